package peaberry.block;

import peaberry.abi.SystemTable;
import peaberry.block.BlockDevice.Outcome;

/**
 * The accounts of what the clients of a disk posted and did not collect yet ({@link BlockDevice#collect}): how many writes, and how the first one that failed did. The server's part is to have somebody
 * collect only when all that he posted is carried out.
 *
 * <p>Processes have accounts. A client whose capability a server made itself has none: what it posted is carried out, and forgotten.
 */
public final class PostedWrites {

    private static final int CLIENTS = SystemTable.MAX_PROCESSES + 1;

    private final int[] counts = new int[CLIENTS];
    private final Outcome[] outcomes = new Outcome[CLIENTS];

    public PostedWrites() {
        for (int client = 0; client < CLIENTS; client++) {
            outcomes[client] = Outcome.DONE;
        }
    }

    /** A client posted a write. @param client its number, from 1 */
    public void add(int client) {
        if (client < CLIENTS) {
            counts[client]++;
        }
    }

    /** One of the writes that a client posted failed. */
    public void fail(int client, Outcome how) {
        if (client < CLIENTS && outcomes[client] == Outcome.DONE) {
            outcomes[client] = how;
        }
    }

    /** Nobody knows which of all the writes failed. */
    public void failAll(Outcome how) {
        for (int client = 0; client < CLIENTS; client++) {
            if (counts[client] > 0) {
                fail(client, how);
            }
        }
    }

    /** A client collects, and its account is empty. @param count how many writes it says it posted @return how they ended */
    public Outcome collect(int client, int count) {
        if (client >= CLIENTS) {
            return Outcome.FORGOTTEN;
        }
        Outcome outcome = counts[client] == count ? outcomes[client] : Outcome.FORGOTTEN;
        counts[client] = 0;
        outcomes[client] = Outcome.DONE;
        return outcome;
    }
}
