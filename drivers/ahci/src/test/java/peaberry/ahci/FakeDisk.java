package peaberry.ahci;

import java.util.ArrayList;
import java.util.List;

/** A disk of a few sectors, in the hands of a test. It believes nothing of the driver either. */
final class FakeDisk {

    static final int SECTORS = 1024;
    static final int SECTOR_BYTES = 512;

    private static final int IDENTIFY = 0xEC;
    private static final int READ = 0x25;
    private static final int WRITE = 0x35;
    private static final int WRITE_FUA = 0x3D;
    private static final int FLUSH = 0xEA;

    /** What it answers when it is asked what it is: 256 words. */
    final int[] identity = new int[256];
    final byte[] bytes = new byte[SECTORS * SECTOR_BYTES];
    /** The commands that came. */
    final List<String> log = new ArrayList<>();
    /** Whether it fails the commands that come. */
    boolean failing;

    /** As disks are: sectors of 512 bytes, 48 bits, DMA. */
    FakeDisk() {
        identity[0] = 0x0040;
        identity[49] = 1 << 9 | 1 << 8;
        identity[83] = 1 << 14 | 1 << 13 | 1 << 10;
        identity[100] = SECTORS;
        identity[106] = 1 << 14 | 1 << 13 | 3;
    }

    /** Has it say that it forces writes where it is told to. */
    void allowForcing() {
        identity[84] = 1 << 14 | 1 << 6;
    }

    /** Gives the identity a checksum. */
    void seal() {
        identity[255] = 0xA5;
        int sum = 0;
        for (int word : identity) {
            sum += word + (word >>> 8);
        }
        identity[255] |= (-sum & 0xFF) << 8;
    }

    /**
     * Carries a command out.
     *
     * @param fis of the command, 5 words
     * @param writes whether the controller is to move data to the disk @param room how many bytes it has been told to move
     * @return how many it moved; -1 if the command failed
     */
    int execute(int[] fis, FakeMemory memory, long address, boolean writes, int room) {
        if ((fis[0] & 0xFFFF) != 0x8027 || fis[0] >>> 24 != 0 || fis[2] >>> 24 != 0 || fis[3] >>> 16 != 0 || fis[4] != 0) {
            throw new AssertionError("no command");
        }
        int command = fis[0] >>> 16 & 0xFF;
        long sector = fis[1] & 0xFF_FFFF | (long) (fis[2] & 0xFF_FFFF) << 24;
        int count = fis[3];
        log.add(String.format("%02x %d %d", command, sector, count));
        if (failing) {
            return -1;
        }
        return switch (command) {
            case IDENTIFY -> identify(memory, address, room);
            case FLUSH -> 0;
            case READ, WRITE -> transfer(command == WRITE, sector, count, memory, address, writes, room);
            case WRITE_FUA -> transfer(true, sector, count, memory, address, writes, room);
            default -> throw new AssertionError("unknown command");
        };
    }

    private int identify(FakeMemory memory, long address, int room) {
        if (room != SECTOR_BYTES) {
            throw new AssertionError("no room");
        }
        for (int i = 0; i < identity.length; i += 2) {
            memory.store(address + i * Short.BYTES, identity[i] | identity[i + 1] << 16);
        }
        return SECTOR_BYTES;
    }

    private int transfer(boolean write, long sector, int count, FakeMemory memory, long address, boolean writes, int room) {
        if ((address & 1) != 0 || write != writes || room != count * SECTOR_BYTES || sector + count > SECTORS) {
            throw new AssertionError("a command that cannot be");
        }
        int at = (int) sector * SECTOR_BYTES;
        if (write) {
            memory.moveTo(address, bytes, at, room);
        } else {
            memory.moveFrom(address, bytes, at, room);
        }
        return room;
    }
}
