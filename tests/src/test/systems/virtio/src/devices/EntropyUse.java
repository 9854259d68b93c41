package devices;

import peaberry.driver.DriverControlClient;
import peaberry.entropy.Entropy.Outcome;
import peaberry.entropy.EntropyClient;

/** Draws random numbers, and looks whether one came twice. */
final class EntropyUse {

    private static final EntropyClient ENTROPY = new EntropyClient("entropy");
    private static final DriverControlClient CONTROL = new DriverControlClient("entropy-control");
    private static final int ROUNDS = 40;
    private static final int BYTES = 8;
    private static final int BYTE_MASK = 0xFF;
    private static final long[] SEEN = new long[ROUNDS];

    private EntropyUse() {
    }

    static void run() {
        int fresh = 0;
        Outcome outcome = Outcome.DONE;
        for (int round = 0; round < ROUNDS && outcome == Outcome.DONE; round++) {
            Client.crash(CONTROL, round);
            outcome = draw();
            SEEN[round] = number();
            fresh += outcome == Outcome.DONE && isNew(round) ? 1 : 0;
        }
        Client.CONSOLE.printLine(Client.LINE.clear().append("random numbers: ").append(outcome.name()).append(", ").decimal(fresh).append(" different ones"));
    }

    private static Outcome draw() {
        Outcome outcome = ENTROPY.read(BYTES);
        while (outcome == Outcome.NOT_READY) {
            outcome = ENTROPY.read(BYTES);
        }
        return outcome;
    }

    private static long number() {
        long number = 0;
        for (int i = 0; i < ENTROPY.readResultCount(); i++) {
            number = number << Byte.SIZE | ENTROPY.readResult()[i] & BYTE_MASK;
        }
        return number;
    }

    private static boolean isNew(int round) {
        for (int i = 0; i < round; i++) {
            if (SEEN[i] == SEEN[round]) {
                return false;
            }
        }
        return true;
    }
}
