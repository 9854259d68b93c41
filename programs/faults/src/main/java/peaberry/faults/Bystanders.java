package peaberry.faults;

import peaberry.runtime.Text;
import peaberry.system.Injection;
import peaberry.system.InjectionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** All other processes: nothing may happen to them. */
final class Bystanders {

    private static final int MAX_PROCESSES = 64;

    private static final InjectionClient INJECTION = new InjectionClient("injection");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");

    private final long[] failures = new long[MAX_PROCESSES];
    private int subject;
    private int dead;

    /** Remembers how they are. @param but the number of the process that does not count */
    void watch(int but) {
        subject = but;
        find();
    }

    /** Whether one failed since this was last asked, or since {@link #watch}: {@link #describe} then says which. */
    boolean haveSuffered() {
        return find();
    }

    /** Appends the name of the one that failed. */
    Text describe(Text to) {
        return SYSTEM.process(dead) == SystemControl.Outcome.DONE ? to.append(SYSTEM.processName()) : to;
    }

    private boolean find() {
        boolean found = false;
        for (int number = 1; number < MAX_PROCESSES && SYSTEM.process(number) == SystemControl.Outcome.DONE; number++) {
            long now = failures(number);
            if (number != subject && now != failures[number]) {
                dead = number;
                found = true;
            }
            failures[number] = now;
        }
        return found;
    }

    /** How often a process failed; of the supervisor, of which nobody keeps a history, how often it was made anew. */
    private static long failures(int number) {
        return INJECTION.lastRecovery(number) == Injection.Outcome.DONE ? INJECTION.lastRecoveryFaults() : SYSTEM.processRestarts();
    }
}
