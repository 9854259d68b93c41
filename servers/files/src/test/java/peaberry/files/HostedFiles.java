package peaberry.files;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import peaberry.abi.CapabilityType;
import peaberry.abi.GrantKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.files.disk.DeclaredDisk;
import peaberry.files.ext4.Volume;
import peaberry.machine.MessageRegisters;
import peaberry.machine.VirtualMemory;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Window;
import peaberry.standin.ServerStandIn;
import peaberry.standin.StartTables;

/** The file server as it is, with files in memory, and its clients as they are; the kernel's place is here. There is one machine: that of the one that was made last. */
final class HostedFiles extends ServerStandIn {

    /** A process: it acts as the system. */
    static final int PROCESS = 5;

    private static final int MACHINE_BYTES = 64 << 20;
    private static final long FIRST_ADDRESS = 16 << 20;
    private static final int TABLE = 900;
    private static final int SERVICE = 901;
    private static final int FIRST_CLIENT = 1000;
    private static final Window WINDOW = Window.at(999);

    private final Map<Long, Long> badges = new HashMap<>();
    private FilesServer server;
    private int clients;
    private long ticks;
    private long end = FIRST_ADDRESS;
    private long minted;
    /** What is on its way. */
    private long badge;
    private Tag message = Tag.of(0, 0);
    private long[] words = {};
    private int windows;
    private boolean isWaiting;
    /** What is behind the window that clients send. */
    private final byte[] window = new byte[16];

    HostedFiles(int handleBytes) {
        super(SERVICE);
        SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES, OutputStream.nullOutputStream(), () -> ++ticks).install();
        machine.attach(this);
        machine.memory().storeLong(UserLayout.TICKS_PER_MICROSECOND, 1);
        StartTables tables = new StartTables(machine.memory());
        tables.grant("table", GrantKind.OWN_TABLE, TABLE);
        tables.grant("service", GrantKind.OWN_SERVICE, SERVICE);
        keep(tables, "handles", handleBytes);
        keep(tables, "cache", 4 << 20);
        keep(tables, "disk", 4 << 20);
        restart();
    }

    private void keep(StartTables tables, String name, long bytes) {
        tables.kept(name, end, bytes);
        end += bytes;
    }

    /** The server dies, and lives again with the memory that outlives it. */
    void restart() {
        Region kept = new Region();
        if (!Regions.open(kept, "handles", RegionKind.KEPT, 0)) {
            throw new IllegalStateException();
        }
        DeclaredDisk disk = new DeclaredDisk();
        Volume volume = new Volume(disk);
        WallClock clock = new WallClock();
        TreeCapabilities capabilities = new TreeCapabilities("table");
        FileRequests requests = new FileRequests(new Mounting(disk, volume, clock), new ClientRows(kept), capabilities, clock);
        capabilities.open(1);
        disk.open(2);
        requests.start();
        server = new FilesServer(volume, 1, "table", requests);
    }

    /** A client that is a process. */
    FileSystemClient process() {
        return client(Badges.of(PROCESS, 0));
    }

    private FileSystemClient client(long withBadge) {
        long slot = FIRST_CLIENT + clients++;
        badges.put(slot, withBadge);
        return new FileSystemClient(Capability.at((int) slot));
    }

    /** Whoever is given what {@code outcome} says whether it was given just now. @return null if it was not */
    FileSystemClient given(Outcome outcome) {
        return outcome == Outcome.DONE ? client(minted) : null;
    }

    Outcome read(FileSystemClient files, int handle) {
        return files.read(handle, 0, 1, WINDOW, 0);
    }

    /** Of the last {@link #read}. */
    int lastByte() {
        return window[0];
    }

    Outcome write(FileSystemClient files, int handle, int value) {
        window[0] = (byte) value;
        return files.write(handle, 0, 1, WINDOW, 0);
    }

    Outcome append(FileSystemClient files, int handle) {
        return files.append(handle, 1, WINDOW, 0);
    }

    @Override
    protected Tag called(Tag tag) {
        message = tag;
        words = words();
        windows = tag.capabilities();
        isWaiting = true;
        runUntilIdle(server);
        setWords(words);
        return message;
    }

    @Override
    protected boolean hasMessages() {
        return isWaiting;
    }

    @Override
    protected void receive(long reply, MessageRegisters registers) {
        isWaiting = false;
        setWords(words);
        registers.tag = message.withCapabilities(windows).bits();
        registers.badge = badge;
    }

    @Override
    protected void answered(long reply, Tag tag) {
        message = tag;
        words = words();
    }

    @Override
    protected Tag invoked(long capability, Tag tag) {
        if (badges.containsKey(capability)) {
            badge = badges.get(capability);
            return called(tag);
        }
        if (tag.label() == Invocation.CNODE_MINT.ordinal()) {
            minted = Message.word(4);
            return Tag.of(0, 0);
        }
        if (tag.label() == Invocation.CNODE_DELETE.ordinal()) {
            return Tag.of(0, 0);
        }
        if (tag.label() == Invocation.WINDOW_WRITE.ordinal() || tag.label() == Invocation.WINDOW_READ.ordinal()) {
            return copy(tag.label() == Invocation.WINDOW_WRITE.ordinal());
        }
        if (capability == TABLE) {
            Message.setWord(0, CapabilityType.WINDOW.ordinal());
            return Tag.of(0, 1);
        }
        return Tag.failure(KernelError.UNSUPPORTED, 0); // nobody tells the time
    }

    private Tag copy(boolean isWritten) {
        int offset = (int) Message.word(0);
        long address = Message.word(1);
        long count = Message.word(2);
        for (int i = 0; i < count; i++) {
            if (isWritten) {
                window[offset + i] = VirtualMemory.loadByte(address + i);
            } else {
                VirtualMemory.storeByte(address + i, window[offset + i]);
            }
        }
        Message.setWord(0, count);
        return Tag.of(0, 1);
    }
}
