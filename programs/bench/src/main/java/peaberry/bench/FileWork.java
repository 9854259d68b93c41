package peaberry.bench;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.SystemControlClient;

/**
 * What {@code ./peaberry bench --vs-linux} has both systems do with a disk that has nothing on it but the file {@code cold}, of {@link #PIECES} pieces.
 * The same work, with the same numbers, is in {@code launcher/src/main/linux/init.c}. Prints the ticks of the time stamp counter that each part took,
 * and switches the machine off with status 0, or with another one if something could not be done.
 */
public final class FileWork {

    private static final int PIECE = FileSystem.MAX_BYTES;
    private static final int PIECES = 1024;
    private static final int WARM_UP_CYCLES = 20;
    private static final int CYCLES = 200;
    private static final int SMALL_FILES = 10_000;
    private static final int SMALL_BYTES = 100;
    private static final int DIGITS = 5;

    private static final int FILE = 1;
    private static final int DIRECTORY = 2;

    private static final FileSystemClient FILES = new FileSystemClient("files");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text COLD = new Text(8).append("cold");
    private static final Text NEW = new Text(8).append("new");
    private static final Text CYCLE = new Text(8).append("cycle");
    private static final Text SMALL = new Text(8).append("small");
    private static final Text NAME = new Text(8);

    private FileWork() {
    }

    /** Does not return. @param argument of no meaning */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        for (int i = 0; i < PIECE; i++) {
            BUFFER.memory().setByte(i, (byte) i);
        }
        require(FILES.look(FileSystem.ROOT, COLD, true)); // the disk is in use from here on
        Report.number("file.ticks_per_microsecond", Time.ticksPerMicrosecond());
        Report.number("file.seq_read.ticks", read());
        Report.number("file.seq_write.ticks", write());
        Report.number("file.64k_cycle.ticks", cycles());
        Report.number("file.create.ticks", create());
        Report.CONSOLE.flush();
        SYSTEM.shutdown(0);
        throw new IllegalStateException();
    }

    private static long read() {
        long start = Time.ticks();
        require(FILES.open(FileSystem.ROOT, COLD, FILE));
        for (int i = 0; i < PIECES; i++) {
            readPiece((long) i * PIECE);
        }
        FILES.close(FILE);
        return Time.ticks() - start;
    }

    private static long write() {
        long start = Time.ticks();
        require(FILES.create(FileSystem.ROOT, NEW, false));
        require(FILES.open(FileSystem.ROOT, NEW, FILE));
        for (int i = 0; i < PIECES; i++) {
            writePiece((long) i * PIECE, PIECE);
        }
        require(FILES.syncFile(FILE));
        FILES.close(FILE);
        return Time.ticks() - start;
    }

    private static long cycles() {
        for (int i = 0; i < WARM_UP_CYCLES; i++) {
            cycle();
        }
        long start = Time.ticks();
        for (int i = 0; i < CYCLES; i++) {
            cycle();
        }
        return (Time.ticks() - start) / CYCLES;
    }

    private static void cycle() {
        require(FILES.create(FileSystem.ROOT, CYCLE, false));
        require(FILES.open(FileSystem.ROOT, CYCLE, FILE));
        writePiece(0, PIECE);
        readPiece(0);
        FILES.close(FILE);
        require(FILES.remove(FileSystem.ROOT, CYCLE, false));
    }

    private static long create() {
        long start = Time.ticks();
        require(FILES.create(FileSystem.ROOT, SMALL, true));
        require(FILES.open(FileSystem.ROOT, SMALL, DIRECTORY));
        for (int i = 0; i < SMALL_FILES; i++) {
            NAME.clear().decimal(i, DIGITS);
            require(FILES.create(DIRECTORY, NAME, false));
            require(FILES.open(DIRECTORY, NAME, FILE));
            writePiece(0, SMALL_BYTES);
            FILES.close(FILE);
        }
        require(FILES.sync());
        return Time.ticks() - start;
    }

    private static void readPiece(long position) {
        require(FILES.read(FILE, position, PIECE, BUFFER.writable(), 0));
        BUFFER.takeBack();
        if (FILES.readResult() != PIECE) {
            throw new IllegalStateException();
        }
    }

    private static void writePiece(long position, int count) {
        require(FILES.write(FILE, position, count, BUFFER.readable(), 0));
        BUFFER.takeBack();
    }

    private static void require(Outcome outcome) {
        if (outcome != Outcome.DONE) {
            Report.CONSOLE.print("the file server answered ").print(outcome.name()).print("\n").flush();
            SYSTEM.shutdown(1);
        }
    }
}
