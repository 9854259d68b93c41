package storm;

import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;
import storm.Storm.Manner;

/** Works while a more urgent driver's device interrupts, and says how much of the processor's time it had. */
public final class Client {

    private static final StormClient STORM = new StormClient("storm");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text LINE = new Text(300);

    /** A storm is longer than the work would take by itself. */
    private static final int STORM_MICROSECONDS = 100_000;
    private static final int WORK_MICROSECONDS = 60_000;
    /** What it does between two looks at the clock. */
    private static final int STEPS = 100;
    private static final int PERCENT = 100;

    private static long sum;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        long alone = workPerSecond();
        storm("ignored", Manner.IGNORED, alone);
        storm("acknowledged", Manner.ACKNOWLEDGED, alone);
        for (int fault = 0; SUPERVISION.fault(fault) == Supervision.Outcome.DONE; fault++) {
            CONSOLE.printLine(LINE.clear().append(SUPERVISION.faultName()).append(": ").append(SUPERVISION.faultText()));
        }
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    private static void storm(String name, Manner manner, long alone) {
        STORM.begin(manner, STORM_MICROSECONDS * Time.ticksPerMicrosecond());
        long share = workPerSecond() * PERCENT / alone;
        STORM.end();
        LINE.clear().append(name).append(": ").decimal(share).append(" % of the time, ").decimal(STORM.endResult()).append(" interrupts");
        CONSOLE.printLine(LINE).flush();
    }

    /** Works for as long as it takes at least, and tells how many steps it made in a second of that. */
    private static long workPerSecond() {
        long start = Time.ticks();
        long steps = 0;
        long ticks = 0;
        while (ticks < WORK_MICROSECONDS * Time.ticksPerMicrosecond()) {
            for (int i = 0; i < STEPS; i++) {
                sum += i ^ steps;
            }
            steps += STEPS;
            ticks = Time.ticks() - start;
        }
        return steps * 1_000_000 / (ticks / Time.ticksPerMicrosecond());
    }
}
