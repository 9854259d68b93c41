package peaberry.integrity;

import java.util.Arrays;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Region;

/** A disk and its driver in the hands of a test. */
final class FakeDisk extends Disk {

    /** What becomes of a request. */
    enum Conduct {
        HONEST,
        /** It fails before anything was done. */
        FAILS,
        /** It fails with half of the sectors done. */
        FAILS_HALFWAY,
        /** It fails after everything was done. */
        FAILS_AFTERWARDS,
        /** Says that it was done, and does nothing. */
        DOES_NOTHING,
        /** Takes the neighbouring sectors. */
        MISPLACES,
        /** Changes a bit on the way. */
        ALTERS,
        /** Reads what was there before the last write. */
        IS_STALE
    }

    /** For the requests to come, the first first; then honest ones. */
    Conduct[] conducts = {};
    long said;
    int requests;
    /** Of the last write. */
    Caching caching = Caching.WRITE_BACK;
    /** Of the last read. */
    int ahead;

    private final Memory memory;
    private final Region buffer = Memory.open("buffer");
    private final byte[][] contents;
    private final byte[][] past;

    FakeDisk(Memory memory, int sectors) {
        this.memory = memory;
        said = sectors;
        contents = new byte[sectors][BlockDevice.SECTOR_BYTES];
        past = new byte[sectors][BlockDevice.SECTOR_BYTES];
    }

    void conduct(Conduct... next) {
        conducts = next;
    }

    byte[] contents(long sector) {
        return contents[(int) sector].clone();
    }

    /** Puts something there, as a disk that had it from the beginning. */
    void put(long sector, byte[] bytes) {
        contents[(int) sector] = bytes.clone();
        past[(int) sector] = bytes.clone();
    }

    @Override
    Region buffer() {
        return buffer;
    }

    @Override
    Outcome size() {
        return end(next());
    }

    @Override
    long sectors() {
        return said;
    }

    @Override
    Outcome read(long sector, int count, int next) {
        ahead = next;
        memory.step();
        Conduct conduct = next();
        for (int i = 0; i < done(conduct, count); i++) {
            byte[] bytes = (conduct == Conduct.IS_STALE ? past : contents)[place(conduct, sector + i)];
            for (int at = 0; at < BlockDevice.SECTOR_BYTES; at++) {
                buffer.setByte((long) i * BlockDevice.SECTOR_BYTES + at, bytes[at]);
            }
        }
        if (conduct == Conduct.ALTERS) {
            long at = (long) (count - 1) * BlockDevice.SECTOR_BYTES;
            buffer.setByte(at, buffer.unsignedByte(at) ^ 1);
        }
        memory.step();
        return end(conduct);
    }

    @Override
    Outcome write(long sector, int count, Caching how) {
        caching = how;
        memory.step();
        Conduct conduct = next();
        for (int i = 0; i < done(conduct, count); i++) {
            int place = place(conduct, sector + i);
            past[place] = contents[place].clone();
            for (int at = 0; at < BlockDevice.SECTOR_BYTES; at++) {
                contents[place][at] = (byte) buffer.unsignedByte((long) i * BlockDevice.SECTOR_BYTES + at);
            }
        }
        if (conduct == Conduct.ALTERS) {
            contents[(int) sector][0] ^= 1;
        }
        memory.step();
        return end(conduct);
    }

    @Override
    Outcome flush() {
        return end(next());
    }

    private Conduct next() {
        requests++;
        if (conducts.length == 0) {
            return Conduct.HONEST;
        }
        Conduct conduct = conducts[0];
        conducts = Arrays.copyOfRange(conducts, 1, conducts.length);
        return conduct;
    }

    private static int done(Conduct conduct, int count) {
        return switch (conduct) {
            case FAILS, DOES_NOTHING -> 0;
            case FAILS_HALFWAY -> count / 2;
            default -> count;
        };
    }

    private int place(Conduct conduct, long sector) {
        return (int) (conduct == Conduct.MISPLACES ? (sector + 1) % contents.length : sector);
    }

    private static Outcome end(Conduct conduct) {
        return switch (conduct) {
            case FAILS, FAILS_HALFWAY, FAILS_AFTERWARDS -> Outcome.DEVICE_ERROR;
            default -> Outcome.DONE;
        };
    }
}
