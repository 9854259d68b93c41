package peaberry.supervisor;

import peaberry.abi.Timeout;
import peaberry.bus.PciBus.Outcome;
import peaberry.bus.PciBusClient;
import peaberry.runtime.Grants;

/**
 * The PCI server, on which the supervisor depends and which it brings back when it fails. Of a failure while it waits for an answer it cannot be told,
 * so a server that gives none in its time is made anew; whatever was asked is then to be asked again.
 */
final class PciServer {

    private static final String NAME = "pci";

    static final PciBusClient CLIENT = new PciBusClient(NAME);

    /** Far more than anything but a reset takes. */
    private static final Timeout PROMPT = Timeout.of(500_000);
    /** More than a reset may take. */
    private static final Timeout PATIENT = Timeout.of(3_000_000);

    private static long failures;

    private PciServer() {
    }

    /** How often it gave no answer. */
    static long failures() {
        return failures;
    }

    /** Sees to it that there is a server to be asked. @return whether there is one */
    static boolean ensure() {
        int number = Grants.server(NAME);
        CLIENT.setPatience(PROMPT);
        return Wards.isNumber(number) && ensure(Wards.at(number));
    }

    private static boolean ensure(Ward server) {
        switch (Recovery.lifeOf(server)) {
            case LAUNCHED -> {
                return true;
            }
            case ABSENT -> Recovery.startIfWanted(server);
            case MADE, STOPPED, FAILED -> Recovery.found(server, "had failed when it was needed");
        }
        return server.isRunning();
    }

    /** Gives the server the time that a reset takes, until {@link #ensure}. */
    static void bePatient() {
        CLIENT.setPatience(PATIENT);
    }

    /** Whether a call was answered. */
    static boolean answered(Outcome outcome) {
        if (outcome != Outcome.UNREACHABLE && outcome != Outcome.SERVER_RESTARTED) {
            return true;
        }
        failures++;
        Recovery.found(Wards.at(Grants.server(NAME)), "gave no answer");
        return false;
    }
}
