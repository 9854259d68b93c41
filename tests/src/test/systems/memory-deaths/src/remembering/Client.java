package remembering;

import peaberry.console.Terminal;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.SystemControlClient;

/** Reads and writes files in memory while their server dies, and says what is there then. */
public final class Client {

    private static final FileSystemClient FILES = new FileSystemClient("files");
    private static final KillingClient KILLER = new KillingClient("killer");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text LINE = new Text(120);
    private static final Text NAME = new Text(16);
    private static final Text SERVER = new Text(16).append("files");
    private static final int FILE = 1;
    private static final int PIECE = FileSystem.MAX_BYTES;
    private static final int PIECES = 4;
    /** More than it ever takes to be quicker than the server, which syncs by itself. */
    private static final int TRIES = 100;
    private static final int ROUNDS = 40;
    /** In microseconds. */
    private static final long SECOND = 1_000_000;
    private static final int ROUND_BYTES = 10_000;
    private static final int LEAST_DEATHS = 10;
    private static final int FACTOR = 31;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        FILES.space();
        CONSOLE.printLine(LINE.clear().append("new: ").decimal(FILES.spaceTotal()).append(" bytes, ").decimal(FILES.spaceFree()).append(" free"));
        syncAndKill();
        loseSomething();
        fill();
        workWhileTheServerDies();
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    private static void syncAndKill() {
        make("kept");
        Outcome outcome = Outcome.DONE;
        for (int i = 0; i < PIECES && outcome == Outcome.DONE; i++) {
            outcome = write((long) i * PIECE, PIECE);
        }
        tell("written", outcome);
        tell("synced", FILES.sync());
        KILLER.kill();
        tellWhetherThere("kept", (long) PIECES * PIECE);
    }

    private static void loseSomething() {
        make("lost");
        FILES.sync();
        Outcome outcome = Outcome.DONE;
        for (int i = 0; i < TRIES && outcome == Outcome.DONE; i++) {
            write(0, PIECE);
            KILLER.kill();
            outcome = FILES.sync();
        }
        tell("written, and not synced", outcome);
        tell("synced", FILES.sync());
    }

    /** What there was room for is there, and when it is removed there is as much room as before. */
    private static void fill() {
        FILES.space();
        long free = FILES.spaceFree();
        make("large");
        long position = 0;
        Outcome outcome = write(position, PIECE);
        while (outcome == Outcome.DONE) {
            position += PIECE;
            outcome = write(position, PIECE);
        }
        tell("written until the disk is full", outcome);
        CONSOLE.print(position > free - 2 * PIECE ? "there was room for all that was free\n" : "there was less room than was free\n");
        tell("synced", FILES.sync());
        KILLER.kill();
        tellWhetherThere("large", position);
        tell("removed", FILES.remove(FileSystem.ROOT, NAME, false));
        tell("synced", FILES.sync());
        FILES.space();
        CONSOLE.print(FILES.spaceFree() == free ? "as much room as before\n" : "another amount of room than before\n");
    }

    /** It dies each time a little later after it was asked for something, up to when the quickest was done with that. */
    private static void workWhileTheServerDies() {
        make("hammered");
        FILES.sync();
        long duration = SECOND;
        long before = deaths();
        for (int round = 0; round < ROUNDS; round++) {
            if (round > 0) {
                KILLER.killIn((int) (1 + duration * round / ROUNDS));
            }
            long begun = microseconds();
            Outcome outcome = writeAndSync(round);
            duration = outcome == Outcome.DONE ? Math.min(duration, microseconds() - begun) : duration;
            for (int i = 0; i < TRIES && (outcome == Outcome.LOST || outcome == Outcome.SERVER_RESTARTED); i++) {
                outcome = writeAndSync(round);
            }
            if (outcome != Outcome.DONE) {
                tell("while the server dies", outcome);
            }
        }
        CONSOLE.print(deaths() - before >= LEAST_DEATHS ? "the server died again and again\n" : "the server did NOT die often\n");
        tellWhetherThere("hammered", (long) ROUNDS * ROUND_BYTES);
        tellWhetherThere("kept", (long) PIECES * PIECE);
    }

    private static Outcome writeAndSync(int round) {
        Outcome outcome = write((long) round * ROUND_BYTES, ROUND_BYTES);
        return outcome == Outcome.DONE ? FILES.sync() : outcome;
    }

    private static long microseconds() {
        SYSTEM.uptime();
        return SYSTEM.uptimeTicks() / SYSTEM.uptimeTicksPerMicrosecond();
    }

    private static long deaths() {
        SYSTEM.find(SERVER);
        SYSTEM.process(SYSTEM.findResult());
        return SYSTEM.processRestarts();
    }

    /** Makes a file, and opens it. */
    private static void make(String name) {
        NAME.clear().append(name);
        tell(name, FILES.create(FileSystem.ROOT, NAME, false));
        FILES.open(FileSystem.ROOT, NAME, FILE);
    }

    private static Outcome write(long position, int count) {
        for (int i = 0; i < count; i++) {
            BUFFER.memory().setByte(i, byteAt(position + i));
        }
        Outcome outcome = FILES.write(FILE, position, count, BUFFER.readable(), 0);
        BUFFER.takeBack();
        return outcome;
    }

    private static void tellWhetherThere(String name, long bytes) {
        NAME.clear().append(name);
        FILES.open(FileSystem.ROOT, NAME, FILE);
        CONSOLE.print(name).print(isThere(bytes) ? " is there\n" : " is NOT there\n");
    }

    private static boolean isThere(long bytes) {
        for (long position = 0; position < bytes; position += PIECE) {
            int count = (int) Math.min(PIECE, bytes - position);
            Outcome outcome = FILES.read(FILE, position, count, BUFFER.writable(), 0);
            BUFFER.takeBack();
            if (outcome != Outcome.DONE || FILES.readResult() != count) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                if (BUFFER.memory().unsignedByte(i) != byteAt(position + i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int byteAt(long position) {
        return (int) (position * FACTOR + (position >>> Byte.SIZE)) & 0xFF;
    }

    private static void tell(String what, Outcome outcome) {
        CONSOLE.print(what).print(": ").print(outcome.name()).print("\n").flush();
    }
}
