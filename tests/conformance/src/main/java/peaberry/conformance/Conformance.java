package peaberry.conformance;

import peaberry.abi.ObjectType;
import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.SystemControlClient;

/**
 * Tests the kernel in the shell's place: runs every case of {@link Registry}, prints a line about each, and switches the machine
 * off with status 0 if all of them passed, else with 1.
 */
public final class Conformance {

    private static final long FUZZ = 1;
    private static final int ALL_PASSED = 0;
    private static final int SOME_FAILED = 1;
    /** What lasts as long as the suite is made from 256 KiB. */
    private static final int LASTING_BITS = 18;

    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Text LINE = new Text(400);

    private static int passed;
    private static int failed;
    private static int notApplicable;

    private Conformance() {
    }

    /** Does not return. @param argument 0, or 1 for the {@link Fuzz} in place of the cases */
    public static void main(long argument) {
        Check.begin();
        prepare();
        if (!Check.passed()) {
            say(LINE.clear().append("the suite cannot start: ").append(Check.finding()));
            end(SOME_FAILED);
        }
        if (argument == FUZZ) {
            Fuzz.run();
            int status = Check.passed() ? ALL_PASSED : SOME_FAILED;
            Stretches.report();
            end(status);
        }
        for (Case each : Registry.ALL) {
            run(each);
        }
        LINE.clear().decimal(passed).append(" passed, ").decimal(failed).append(" failed, ");
        say(LINE.decimal(notApplicable).append(" not applicable"));
        Stretches.report();
        end(failed == 0 ? ALL_PASSED : SOME_FAILED);
    }

    private static void prepare() {
        Own.find();
        Fresh.begin();
        Fresh.useMemory(Own.memory());
        int forCases = Fresh.make(ObjectType.UNTYPED, Fresh.MEMORY_BITS);
        int lasting = Fresh.make(ObjectType.UNTYPED, LASTING_BITS);
        Fresh.useMemory(lasting);
        Actor.prepare();
        Fresh.useMemory(forCases);
    }

    private static void run(Case each) {
        Check.begin();
        each.body().run();
        Actor.clear();
        Fresh.clear();
        LINE.clear();
        if (!Check.passed()) {
            failed++;
            print("FAILED ", each, true);
        } else if (!Check.isApplicable()) {
            notApplicable++;
            print("not applicable ", each, true);
        } else {
            passed++;
            print("ok ", each, false);
        }
    }

    private static void print(String verdict, Case each, boolean finding) {
        LINE.append(verdict).append(each.object()).append(".").append(each.name());
        if (finding) {
            LINE.append(": ").append(Check.finding());
        }
        say(LINE);
    }

    /** Prints a line at once. */
    static void say(Text line) {
        CONSOLE.printLine(line).flush();
    }

    private static void end(int status) {
        SYSTEM.shutdown(status);
        throw new IllegalStateException();
    }
}
