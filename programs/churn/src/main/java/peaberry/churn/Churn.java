package peaberry.churn;

import peaberry.churn.Workload.Kind;
import peaberry.console.Terminal;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/**
 * Runs in place of the shell. Reads a seed on the console, does the {@link Workload} of that seed, and says after each sync how many operations there were: {@code SYNCED number}.
 * It goes on when a key is pressed, so that whoever watches the disk knows what was written until then. It kills the disk's driver and the file server now and then; nothing may be lost by that. In the end it kills the file server in the midst of what was not synced, has
 * the one that is made in its place bring the disk to rest, and switches the machine off: with status 0 if all went well.
 */
public final class Churn {

    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int DIRECTORY = 1;
    private static final int NEW_DIRECTORY = 2;
    private static final int FILE = 3;
    private static final int RADIX = 10;
    private static final String DRIVER = "disk";
    private static final String SERVER = "files";

    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final FileSystemClient FILES = new FileSystemClient("files");
    private static final Workload WORKLOAD = new Workload();
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text NAME = new Text(FileSystem.MAX_NAME);
    private static final Text NEW_NAME = new Text(FileSystem.MAX_NAME);
    private static final Text LINE = new Text(120);

    private Churn() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        SYSTEM.shutdown(carryOut() ? WELL : FAILED);
        throw new IllegalStateException();
    }

    private static boolean carryOut() {
        long seed = readSeed();
        if (seed == 0) {
            CONSOLE.print("churn: wanted is a number, not 0\n").flush();
            return false;
        }
        Workload workload = WORKLOAD.start(seed);
        while (workload.next()) {
            Outcome outcome = carryOut(workload);
            if (outcome != Outcome.DONE) {
                CONSOLE.printLine(LINE.clear().append("churn: operation ").decimal(workload.number()).append(", ").append(workload.kind().name()).append(", ended with ").append(outcome.name()));
                CONSOLE.flush();
                return false;
            }
            if (workload.kind() == Kind.SYNC) {
                CONSOLE.printLine(LINE.clear().append("SYNCED ").decimal(workload.number())).flush();
                CONSOLE.read();
            }
        }
        return true;
    }

    /** In decimal digits on a line; 0 if it is none. */
    private static long readSeed() {
        long seed = 0;
        for (int key = CONSOLE.read(); key != '\r' && key != '\n'; key = CONSOLE.read()) {
            if (key < '0' || key > '9') {
                return 0;
            }
            seed = seed * RADIX + key - '0';
        }
        return seed;
    }

    private static Outcome carryOut(Workload workload) {
        Workload.appendNameTo(NAME.clear(), workload.name());
        return switch (workload.kind()) {
            case MAKE_DIRECTORY -> FILES.create(FileSystem.ROOT, directory(workload.directory()), true);
            case CREATE -> {
                Outcome outcome = FILES.open(FileSystem.ROOT, directory(workload.directory()), DIRECTORY);
                yield outcome == Outcome.DONE ? FILES.create(DIRECTORY, NAME, false) : outcome;
            }
            case REMOVE -> {
                Outcome outcome = FILES.open(FileSystem.ROOT, directory(workload.directory()), DIRECTORY);
                yield outcome == Outcome.DONE ? FILES.remove(DIRECTORY, NAME, false) : outcome;
            }
            case APPEND -> append(workload);
            case SHORTEN -> {
                Outcome outcome = open(workload);
                yield outcome == Outcome.DONE ? FILES.resize(FILE, workload.position()) : outcome;
            }
            case RENAME -> rename(workload);
            case KILL_DRIVER -> kill(DRIVER);
            case SYNC -> sync(workload);
            case KILL_SERVER -> {
                Outcome outcome = syncDirectory(Workload.MANY);
                yield outcome == Outcome.DONE ? kill(SERVER) : outcome;
            }
            case END -> {
                kill(SERVER);
                Outcome outcome = FILES.sync();
                yield outcome == Outcome.LOST ? Outcome.DONE : outcome;
            }
        };
    }

    private static Text directory(int number) {
        return Workload.appendDirectoryTo(LINE.clear(), number);
    }

    private static Outcome open(Workload workload) {
        Outcome outcome = FILES.open(FileSystem.ROOT, directory(workload.directory()), DIRECTORY);
        return outcome == Outcome.DONE ? FILES.open(DIRECTORY, NAME, FILE) : outcome;
    }

    private static Outcome append(Workload workload) {
        Outcome outcome = open(workload);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        for (int i = 0; i < workload.bytes(); i++) {
            BUFFER.memory().setByte(i, Workload.byteAt(workload.number(), workload.position() + i));
        }
        outcome = FILES.write(FILE, workload.position(), workload.bytes(), BUFFER.readable(), 0);
        BUFFER.takeBack();
        return outcome;
    }

    private static Outcome rename(Workload workload) {
        Outcome outcome = FILES.open(FileSystem.ROOT, directory(workload.directory()), DIRECTORY);
        if (outcome == Outcome.DONE) {
            outcome = FILES.open(FileSystem.ROOT, directory(workload.newDirectory()), NEW_DIRECTORY);
        }
        Workload.appendNameTo(NEW_NAME.clear(), workload.newName());
        return outcome == Outcome.DONE ? FILES.rename(DIRECTORY, NAME, NEW_DIRECTORY, NEW_NAME) : outcome;
    }

    /** In both ways, by turns: all of the disk, or a directory, with which all that was changed before it survives, too. */
    private static Outcome sync(Workload workload) {
        return workload.number() % 2 == 0 ? FILES.sync() : syncDirectory(workload.directory());
    }

    private static Outcome syncDirectory(int number) {
        Outcome outcome = FILES.open(FileSystem.ROOT, directory(number), DIRECTORY);
        return outcome == Outcome.DONE ? FILES.syncFile(DIRECTORY) : outcome;
    }

    /** Whoever waits for it asks the one that is made in its place. */
    private static Outcome kill(String name) {
        boolean isThere = SYSTEM.find(LINE.clear().append(name)) == SystemControl.Outcome.DONE;
        return isThere && SUPERVISION.kill(SYSTEM.findResult()) == Supervision.Outcome.DONE ? Outcome.DONE : Outcome.NOT_FOUND;
    }
}
