package peaberry.files;

import peaberry.abi.SystemTable;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;

/**
 * What clients gave to others of what they reach, in memory that outlives the server. Whoever was given a tree is a client of its own, with a number behind those of processes.
 *
 * <pre>
 * row   u32 inode, 0 if the row is not in use; u32 its generation; u32 how often the row was in use; u16 client that gave it; u16 client that has the tree that a process gave and
 *       that this one is of; u8 by which number it was given; u8 1 if nothing can be changed through it
 * </pre>
 */
final class Trees {

    /** The first client that is no process. */
    static final int FIRST_CLIENT = SystemTable.MAX_PROCESSES + 1;
    /** How many trees there can be of one that a process gave, so that who has that one does not take up the room of all others. */
    static final int MOST_WITHIN = 8;
    /** In place of a client. */
    static final int NONE = -1;

    private static final int GENERATION = 4;
    private static final int USES = 8;
    private static final int GIVER = 12;
    private static final int WITHIN = 14;
    private static final int NUMBER = 16;
    private static final int READ_ONLY = 17;

    private final ClientRows rows;
    private final Region kept;

    Trees(ClientRows rows) {
        this.rows = rows;
        kept = rows.memory();
    }

    /** The server begins: what it was about to take back when it died is taken back. */
    void begin() {
        revokeOrphans();
    }

    /** Whether a client is not a process, but whoever has what was given. */
    boolean isTree(int client) {
        return client >= FIRST_CLIENT;
    }

    private boolean isInUse(int client) {
        return kept.int32(rows.tree(client)) != 0;
    }

    private int giver(int client) {
        return kept.unsignedShort(rows.tree(client) + GIVER);
    }

    /** Whether a client is a process, or was given a tree that was not taken back. @param use of its number, by its badge */
    boolean isCurrent(int client, int use) {
        return !isTree(client) ? use == 0 : client < rows.clients() && isInUse(client) && use(client) == use;
    }

    /** Of a client that was given a tree: how often its number was in use, this time included. */
    int use(int client) {
        return kept.int32(rows.tree(client) + USES);
    }

    /** Whether a client is to be refused all changes. */
    boolean isReadOnly(int client) {
        return isTree(client) && kept.unsignedByte(rows.tree(client) + READ_ONLY) != 0;
    }

    /** Of a client that was given a tree: the inode of what handle 0 stands for. */
    long inode(int client) {
        return kept.int32(rows.tree(client)) & 0xFFFF_FFFFL;
    }

    int generation(int client) {
        return kept.int32(rows.tree(client) + GENERATION);
    }

    /** Makes a tree. @param number by which the giver can take it back, which is not in use @return the client that it is for; {@link #NONE} if there is no room */
    int give(int giver, int number, long inode, int generation, boolean readOnly) {
        int client = free();
        int within = isTree(giver) ? kept.unsignedShort(rows.tree(giver) + WITHIN) : client;
        if (client == NONE || countWithin(within) > MOST_WITHIN) {
            return NONE;
        }
        long row = rows.tree(client);
        kept.setInt32(row + GENERATION, generation);
        kept.setInt32(row + USES, use(client) + 1);
        kept.setInt16(row + GIVER, giver);
        kept.setInt16(row + WITHIN, within);
        kept.setByte(row + NUMBER, number);
        kept.setByte(row + READ_ONLY, readOnly || isReadOnly(giver) ? 1 : 0);
        kept.setInt32(row, (int) inode);
        return client;
    }

    /** A number that nobody has, and that has uses left. */
    private int free() {
        for (int client = FIRST_CLIENT; client < rows.clients(); client++) {
            if (!isInUse(client) && use(client) < Badges.MOST_USES) {
                return client;
            }
        }
        return NONE;
    }

    private int countWithin(int tree) {
        int count = 0;
        for (int client = FIRST_CLIENT; client < rows.clients(); client++) {
            count += isInUse(client) && kept.unsignedShort(rows.tree(client) + WITHIN) == tree ? 1 : 0;
        }
        return count;
    }

    /** Takes back a tree, and all that was given of it. */
    void revoke(int giver, int number) {
        for (int client = FIRST_CLIENT; client < rows.clients(); client++) {
            if (isInUse(client) && giver(client) == giver && kept.unsignedByte(rows.tree(client) + NUMBER) == number) {
                kept.setInt32(rows.tree(client), 0);
            }
        }
        revokeOrphans();
    }

    /** Takes back what was given by who has nothing any more. */
    private void revokeOrphans() {
        boolean found = true;
        while (found) {
            found = false;
            for (int client = FIRST_CLIENT; client < rows.clients(); client++) {
                if (isInUse(client) && isTree(giver(client)) && !isInUse(giver(client))) {
                    kept.setInt32(rows.tree(client), 0);
                    found = true;
                }
            }
        }
    }
}
