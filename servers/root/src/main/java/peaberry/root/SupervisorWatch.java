package peaberry.root;

import peaberry.runtime.CrashHistory;
import peaberry.runtime.Text;
import peaberry.system.ProcessControl.Life;

/**
 * Who watches the watcher: root starts the supervisor, and makes it anew when it fails. What it was in the midst of, the next one finds as it was
 * left, and finishes. One that fails again and again stays away; everything that runs goes on, but is not watched any more.
 */
final class SupervisorWatch {

    private static final Text SAID = new Text(200);
    private static final CrashHistory HISTORY = new CrashHistory();

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
        if (HISTORY.fails(Uptime.microseconds())) {
            EmergencyConsole.say(SAID.append("; it is given up, and nobody watches any more"));
            return;
        }
        EmergencyConsole.say(SAID.append("; it is made anew"));
        start();
    }

    private static void say(String what, String why) {
        EmergencyConsole.say(SAID.clear().append(what).append(why));
    }
}
