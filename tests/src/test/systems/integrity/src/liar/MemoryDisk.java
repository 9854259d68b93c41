package liar;

import liar.Mischief.Deed;
import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDeviceServer;
import peaberry.runtime.Answer;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** A disk in memory, and its driver, which does as it was told. */
public final class MemoryDisk extends BlockDeviceServer {

    private static final int CALLERS = 1;
    private static final MemoryDisk DISK = new MemoryDisk();
    private static final Orders ORDERS = new Orders();
    private static final CapabilityServer SERVER =
            new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, CALLERS, "table", DISK, ORDERS);
    private static final SupervisionClient SUPERVISOR = new SupervisionClient("supervisor");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Text VICTIM = new Text(16).append("integrity");

    private final Region sectors = new Region();
    private CNode table = CNode.at(0);
    private int keptSlot;
    private Deed deed = Deed.NONE;

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DISK.open();
        SERVER.run();
    }

    private void open() {
        Regions.open(sectors, "sectors", RegionKind.KEPT, 0);
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        keptSlot = Grants.firstFreeSlot() + CALLERS * Tag.MAX_CAPABILITIES;
    }

    @Override
    protected Answer size() {
        return answerSize(sectors.size() / BlockDevice.SECTOR_BYTES);
    }

    @Override
    protected Answer read(long sector, int count, int ahead, Window to, long offset) {
        Deed now = begin();
        long from = place(now, sector);
        if (now == Deed.ALTER) {
            sectors.setByte(from, sectors.unsignedByte(from) ^ 1);
        }
        if (now != Deed.LOSE) {
            WindowCopy.write(to, offset, sectors, from, bytes(count));
        }
        end(now, to);
        return now == Deed.BREAK_RULES ? moreThanAsked() : answerRead();
    }

    @Override
    protected Answer write(long sector, int count, BlockDevice.Caching caching, Window from, long offset) {
        Deed now = begin();
        long to = place(now, sector);
        if (now != Deed.LOSE) {
            WindowCopy.read(from, offset, sectors, to, bytes(count));
        }
        if (now == Deed.ALTER) {
            sectors.setByte(to, sectors.unsignedByte(to) ^ 1);
        }
        end(now, from);
        return answerWrite();
    }

    @Override
    protected Answer flush() {
        return answerFlush();
    }

    /** Nobody posts anything here. */
    @Override
    protected Answer collect(int count) {
        return refuse(BlockDevice.Outcome.FORGOTTEN);
    }

    private static Answer moreThanAsked() {
        return answerOf(BlockDevice.Outcome.DONE.ordinal(), 1, 0);
    }

    private static long place(Deed now, long sector) {
        return bytes(now == Deed.MISPLACE ? sector + 1 : sector);
    }

    private static long bytes(long count) {
        return count * BlockDevice.SECTOR_BYTES;
    }

    private Deed begin() {
        Deed now = deed;
        deed = Deed.NONE;
        switch (now) {
            case DIE_BEFORE -> die();
            case KILL_BEFORE -> kill();
            default -> { }
        }
        return now;
    }

    private void end(Deed now, Window window) {
        switch (now) {
            case DIE_AFTER -> die();
            case KILL_AFTER -> kill();
            case KEEP_WINDOW -> {
                table.delete(keptSlot);
                table.move(keptSlot, table, window.slot());
            }
            default -> { }
        }
    }

    private static void die() {
        throw new IllegalStateException("as it was told");
    }

    private static void kill() {
        SYSTEM.find(VICTIM);
        SUPERVISOR.restart(SYSTEM.findResult());
    }

    /** Takes orders. */
    private static final class Orders extends MischiefServer {

        @Override
        protected Answer next(Deed deed) {
            DISK.deed = deed;
            return answerNext();
        }

        @Override
        protected Answer reachesBuffer() {
            return answerReachesBuffer(WindowCopy.write(Window.at(DISK.keptSlot), 0, DISK.sectors, 0, 1) == KernelError.NONE);
        }
    }
}
