package peaberry.root;

import peaberry.runtime.Text;
import peaberry.system.ProcessControl.Life;

/**
 * Who watches the watcher: root starts the supervisor, and makes it anew when it fails. What it was in the midst of, the next one finds as it was
 * left, and finishes. One that fails again and again stays away; everything that runs goes on, but is not watched any more.
 */
final class SupervisorWatch {

    /** As many failures ... */
    private static final int LIMIT = 5;
    /** ... within this time, in microseconds, are too many. */
    private static final long WINDOW = 1_000_000;

    private static final Text SAID = new Text(200);
    private static final long[] TIMES = new long[LIMIT];
    private static int failures;

    private SupervisorWatch() {
    }

    /**
     * Starts it unless it runs; the machine is no use without. Of its failure a root before this one may have heard that failed itself.
     *
     * @return whether it runs
     */
    static boolean begin() {
        return Processes.at(Processes.supervisor()).life() == Life.LAUNCHED || start();
    }

    private static boolean start() {
        Process supervisor = Processes.at(Processes.supervisor());
        supervisor.destroy();
        boolean runs = Starter.make(supervisor) && Starter.launch(supervisor);
        if (!runs) {
            say("the supervisor is not started: ", Starter.problem());
        }
        return runs;
    }

    /** It failed. @param address where its thread was */
    static void failed(long address) {
        Process supervisor = Processes.at(Processes.supervisor());
        SAID.clear().append("the supervisor failed at ");
        Processes.openLines(supervisor);
        if (!Words.locate(supervisor.lines, address, SAID)) {
            SAID.hex(address);
        }
        supervisor.destroy();
        if (isTooOften(Uptime.microseconds())) {
            EmergencyConsole.say(SAID.append("; it is given up, and nobody watches any more"));
            return;
        }
        EmergencyConsole.say(SAID.append("; it is made anew"));
        start();
    }

    private static boolean isTooOften(long now) {
        TIMES[failures % LIMIT] = now;
        failures++;
        return failures >= LIMIT && now - TIMES[failures % LIMIT] <= WINDOW;
    }

    private static void say(String what, String why) {
        EmergencyConsole.say(SAID.clear().append(what).append(why));
    }
}
