package peaberry.tty;

import peaberry.abi.SystemTable;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;

/**
 * Who was given a stream, in memory that outlives the server: whoever has one is a client of its own, with a number behind those of processes.
 *
 * <pre>
 * first   u32 how many were ever given: the last epoch
 * row     u32 epoch, 0 if the row is not in use; u16 who gave it; u16 by which number
 * </pre>
 */
final class Gifts {

    /** The most at once. */
    static final int MOST = 64;
    /** The first client that is no process. */
    static final int FIRST_CLIENT = SystemTable.MAX_PROCESSES + 1;
    /** In place of a client. */
    static final int NOBODY = -1;

    private static final int HEADER_BYTES = 8;
    private static final int ROW_BYTES = 8;
    private static final int GIVER = 4;
    private static final int NUMBER = 6;
    /** Bytes of all of it. */
    static final int BYTES = HEADER_BYTES + MOST * ROW_BYTES;

    private final Region kept;

    Gifts(Region kept) {
        this.kept = kept;
    }

    /** Whether a client is a process, or has what was not taken back. @param epoch by its badge */
    boolean isCurrent(int client, int epoch) {
        return client < FIRST_CLIENT ? epoch == 0 : client < FIRST_CLIENT + MOST && epoch != 0 && epoch(client) == epoch;
    }

    int epoch(int client) {
        return kept.int32(row(client));
    }

    /** Who has what somebody gave by this number; {@link #NOBODY} if nobody. */
    int find(int giver, int number) {
        for (int client = FIRST_CLIENT; client < FIRST_CLIENT + MOST; client++) {
            if (epoch(client) != 0 && kept.unsignedShort(row(client) + GIVER) == giver && kept.unsignedShort(row(client) + NUMBER) == number) {
                return client;
            }
        }
        return NOBODY;
    }

    /** Whether somebody gave a client what it has, by one of these numbers. @param numbers a bit for each */
    boolean isOneOf(int client, int giver, long numbers) {
        return epoch(client) != 0 && kept.unsignedShort(row(client) + GIVER) == giver && (numbers >>> kept.unsignedShort(row(client) + NUMBER) & 1) != 0;
    }

    /** Makes somebody a client, by a number by which the giver gave nothing. @return {@link #NOBODY} if there is no room */
    int give(int giver, int number) {
        for (int client = FIRST_CLIENT; client < FIRST_CLIENT + MOST; client++) {
            if (epoch(client) == 0) {
                int next = kept.int32(0) + 1;
                if (next > Badges.LAST_EPOCH) {
                    return NOBODY;
                }
                kept.setInt32(0, next);
                kept.setInt16(row(client) + GIVER, giver);
                kept.setInt16(row(client) + NUMBER, number);
                kept.setInt32(row(client), next);
                return client;
            }
        }
        return NOBODY;
    }

    void takeBack(int client) {
        kept.setInt32(row(client), 0);
    }

    private static long row(int client) {
        return HEADER_BYTES + (long) (client - FIRST_CLIENT) * ROW_BYTES;
    }
}
