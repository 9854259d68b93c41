package peaberry.bench;

import peaberry.abi.Outcome;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Measures how long the console's clients wait when its driver crashes: from the order to the next write that is answered. */
final class DriverRestart {

    private static final int CRASHES = 101;

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISOR = new SupervisionClient("supervision");
    private static final DriverControlClient CONTROL = new DriverControlClient("control");
    private static final Text DRIVER = new Text(16).append("serial");
    private static final long[] TICKS = new long[CRASHES];

    private DriverRestart() {
    }

    /** Has the driver crash many times. @return whether it always did, and came back */
    static boolean measure() {
        SYSTEM.find(DRIVER);
        for (int i = 0; i < CRASHES; i++) {
            SUPERVISOR.expectCrash(SYSTEM.findResult());
            long start = Time.ticks();
            if (CONTROL.crash() != Outcome.SERVER_RESTARTED) {
                return false;
            }
            Report.CONSOLE.print("the driver is back\n").flush();
            insert(i, Time.ticks() - start);
        }
        return true;
    }

    /** Half of all took at most so long. */
    static long medianMicroseconds() {
        return TICKS[CRASHES / 2] / Time.ticksPerMicrosecond();
    }

    /** Of a hundred, 99 took at most so long. */
    static long p99Microseconds() {
        return TICKS[CRASHES * 99 / 100] / Time.ticksPerMicrosecond();
    }

    /** Switches the machine off. */
    static void shutdown(int status) {
        SYSTEM.shutdown(status);
    }

    /** Keeps the first {@code count} measurements in order. */
    private static void insert(int count, long ticks) {
        int place = count;
        while (place > 0 && TICKS[place - 1] > ticks) {
            TICKS[place] = TICKS[place - 1];
            place--;
        }
        TICKS[place] = ticks;
    }
}
