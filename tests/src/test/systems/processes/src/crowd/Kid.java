package crowd;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.console.Terminal;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTableClient;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Arguments;
import peaberry.runtime.CNode;
import peaberry.runtime.Grants;
import peaberry.runtime.LentMemory;
import peaberry.runtime.Program;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Text;
import peaberry.runtime.UntypedMemory;

/** Does what its arguments say. */
public final class Kid {

    private static final int STATUS = 7;
    private static final int IMAGE = 0;

    private static final Terminal CONSOLE = new Terminal("console");
    private static final SpawnerClient SPAWNER = new SpawnerClient("spawner");
    private static final ProgramTableClient ALL = new ProgramTableClient("all");
    private static final Region ARGUMENTS = new Region();
    private static final LentMemory LENT = new LentMemory(ARGUMENTS);
    private static final Text WORD = new Text(64);
    private static final Text LINE = new Text(512);

    /** In a page that every process has for itself. */
    private static int touched;
    private static Text nothing;

    private Kid() {
    }

    /** Ends with the status that it says. @param argument not used */
    public static void main(long argument) {
        Arguments.get(1, WORD);
        if (WORD.is("exit")) {
            Program.exit(STATUS);
        } else if (WORD.is("null")) {
            Program.exit(nothing.length());
        } else if (WORD.is("index")) {
            Program.exit(WORD.byteAt(WORD.length()));
        } else if (WORD.is("echo")) {
            echo();
        } else if (WORD.is("fresh")) {
            touched++;
            Program.exit(touched);
        } else if (WORD.is("family")) {
            family();
        } else if (WORD.is("bomb")) {
            bomb();
        } else if (WORD.is("objects")) {
            objects();
        } else if (WORD.is("wild")) {
            Wild.run(CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot()));
        } else if (WORD.is("betray")) {
            betray();
        } else if (WORD.is("suicide")) {
            SPAWNER.ownNumber();
            ALL.signal(SPAWNER.ownNumberResult(), ProgramSignal.END, Spawner.STATUS_KILLED);
        } else if (WORD.is("loop")) {
            loop();
        }
        Plumbing.run(WORD);
        Program.exit(0);
    }

    private static void echo() {
        int index = 0;
        LINE.append("arguments:");
        while (Arguments.get(index, WORD.clear())) {
            LINE.append(" '").append(WORD).append("'");
            index++;
        }
        LINE.append(", COLOUR=").append(Arguments.environment("COLOUR", WORD.clear()) ? WORD : WORD.clear().append("none"));
        LINE.append(", SHAPE=").append(Arguments.environment("SHAPE", WORD.clear()) ? WORD : WORD.clear().append("none"));
        LINE.append(", COL=").append(Arguments.environment("COL", WORD.clear()) ? WORD : WORD.clear().append("none"));
        CONSOLE.printLine(LINE);
        CONSOLE.flush();
    }

    /** Tries to end the program that was begun before it, and itself; ends with the first outcome of which it is not refused the right. */
    private static void betray() {
        SPAWNER.ownNumber();
        int own = SPAWNER.ownNumberResult();
        Spawner.Outcome outcome = SPAWNER.signal(own - 1, ProgramSignal.END, Spawner.STATUS_KILLED);
        Program.exit(outcome == Spawner.Outcome.NOT_PERMITTED ? SPAWNER.signal(own, ProgramSignal.END, Spawner.STATUS_KILLED).ordinal() : outcome.ordinal());
    }

    /** Makes pages from the memory that it has, until there is none, and ends with their number. */
    private static void objects() {
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        UntypedMemory memory = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        int pages = 0;
        while (memory.retype(ObjectType.FRAME, 0, table, Grants.firstFreeSlot() + pages, 1) == KernelError.NONE) {
            pages++;
        }
        Program.exit(pages);
    }

    /** Starts a child with the arguments behind its own two, and ends. */
    private static void family() {
        prepare();
        long own = "child".length() + 1L + "family".length() + 1;
        if (begin(0, own) != Spawner.Outcome.DONE || SPAWNER.start(0) != Spawner.Outcome.DONE) {
            Program.exit(1);
        }
    }

    /** Starts as many as it may, each of which does the same, and never ends. */
    private static void bomb() {
        prepare();
        int number = 0;
        while (number < Spawner.PROCESSES && begin(number, 0) == Spawner.Outcome.DONE) {
            SPAWNER.grantSpawning(number, WORD.clear().append("spawner"), Long.MAX_VALUE, Spawner.PROCESSES);
            SPAWNER.start(number);
            number++;
        }
        loop();
    }

    private static void prepare() {
        Regions.open(ARGUMENTS, "arguments", RegionKind.ARGUMENTS, 0);
        LENT.open("table", "space", Grants.firstFreeSlot());
        SPAWNER.find(IMAGE, WORD.clear().append("child"));
    }

    private static Spawner.Outcome begin(int number, long skipped) {
        int bytes = (int) (ARGUMENTS.size() - skipped);
        Spawner.Outcome outcome = SPAWNER.begin(number, IMAGE, 0, 0, bytes, 0, LENT.lend(skipped, bytes, Rights.READ), 0);
        LENT.takeBack();
        return outcome;
    }

    private static void loop() {
        for (;;) {
            SystemCalls.yieldProcessor();
        }
    }
}
