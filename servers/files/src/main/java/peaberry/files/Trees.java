package peaberry.files;

import peaberry.abi.SystemTable;
import peaberry.file.FileSystem;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;

/**
 * What clients gave to others of what they reach, in memory that outlives the server. Whoever was given a tree is a client of its own, with a number behind those of processes.
 *
 * <pre>
 * row   u32 inode, 0 if the row is not in use; u32 its generation; u32 how many clients had the row, the epoch; u16 client that gave it; u16 client that has the tree that a process gave and
 *       that this one is of; u8 by which number it was given; u8 bit 0 if nothing can be changed through it, bit 1 if who has it is a person; u16; u32 the person; u32 her group
 * </pre>
 */
final class Trees {

    /** The first client that is no process. */
    static final int FIRST_CLIENT = SystemTable.MAX_PROCESSES + 1;
    /** How many trees there can be at most of one that a process gave. */
    static final int MOST_WITHIN = FileSystem.TREES;
    /** In place of a client. */
    static final int NONE = -1;

    private static final int GENERATION = 4;
    private static final int EPOCH = 8;
    private static final int GIVER = 12;
    private static final int WITHIN = 14;
    private static final int NUMBER = 16;
    private static final int FLAGS = 17;
    private static final int USER = 20;
    private static final int GROUP = 24;

    private static final int READ_ONLY = 1;
    private static final int PERSON = 2;

    private final ClientRows rows;
    private final Region kept;
    /** No client from here on has a tree. */
    private int end = FIRST_CLIENT;

    Trees(ClientRows rows) {
        this.rows = rows;
        kept = rows.memory();
    }

    /** The server begins: what it was about to take back when it died is taken back. */
    void begin() {
        end = Math.max(FIRST_CLIENT, rows.clients());
        revokeOrphans();
    }

    /** Whether a client is not a process, but whoever has what was given. */
    boolean isTree(int client) {
        return client >= FIRST_CLIENT;
    }

    private boolean isInUse(int client) {
        return kept.int32(rows.tree(client)) != 0;
    }

    /** Of a client that was given a tree: who gave it. */
    int giver(int client) {
        return kept.unsignedShort(rows.tree(client) + GIVER);
    }

    /** Whether a client is a process, or was given a tree that was not taken back. @param epoch by its badge */
    boolean isCurrent(int client, int epoch) {
        return !isTree(client) ? epoch == 0 : client < rows.clients() && isInUse(client) && epoch(client) == epoch;
    }

    /** Which one of the clients that had its number a client is that was given a tree. */
    int epoch(int client) {
        return kept.int32(rows.tree(client) + EPOCH);
    }

    /** Whether a client is to be refused all changes. */
    boolean isReadOnly(int client) {
        return isTree(client) && has(client, READ_ONLY);
    }

    private boolean has(int client, int flag) {
        return (kept.unsignedByte(rows.tree(client) + FLAGS) & flag) != 0;
    }

    /** Has somebody be as whom a client acts: processes, and who has a tree of theirs that they gave as theirs, act as the system. */
    void identify(int client, Identity who) {
        if (!isTree(client) || !has(client, PERSON)) {
            who.beSystem();
        } else {
            long row = rows.tree(client);
            who.bePerson(kept.int32(row + USER) & 0xFFFF_FFFFL, kept.int32(row + GROUP) & 0xFFFF_FFFFL);
        }
    }

    /** Of a client that was given a tree: the inode of what handle 0 stands for. */
    long inode(int client) {
        return kept.int32(rows.tree(client)) & 0xFFFF_FFFFL;
    }

    int generation(int client) {
        return kept.int32(rows.tree(client) + GENERATION);
    }

    /** A number that nobody has, for who is to be given a tree; {@link #NONE} if there is no room for what this giver gives. */
    int free(int giver) {
        if (isTree(giver) && !hasRoom(within(giver))) {
            return NONE;
        }
        int client = FIRST_CLIENT;
        while (client < rows.clients() && (isInUse(client) || epoch(client) == Badges.LAST_EPOCH)) {
            client++;
        }
        return client < rows.clients() ? client : NONE;
    }

    /**
     * Whether there can be one more tree of one that a process gave. All that are no process's gifts have half of the room, so who was given something does not take up the room of who gives;
     * and whoever has as many as there is room left for gets no more, so something is left for others always.
     */
    private boolean hasRoom(int tree) {
        int own = 0;
        int all = 0;
        for (int client = FIRST_CLIENT; client < end; client++) {
            boolean isPart = isInUse(client) && isTree(giver(client));
            all += isPart ? 1 : 0;
            own += isPart && within(client) == tree ? 1 : 0;
        }
        return own < MOST_WITHIN && own < (rows.clients() - FIRST_CLIENT) / 2 - all;
    }

    /** Makes a tree. @param client a {@link #free} number @param number by which the giver can take it back, which is not in use @param who as whom the client acts */
    void give(int client, int giver, int number, long inode, int generation, boolean readOnly, Identity who) {
        long row = rows.tree(client);
        kept.setInt32(row + GENERATION, generation);
        kept.setInt32(row + EPOCH, epoch(client) + 1);
        kept.setInt16(row + GIVER, giver);
        kept.setInt16(row + WITHIN, isTree(giver) ? within(giver) : client);
        kept.setByte(row + NUMBER, number);
        kept.setByte(row + FLAGS, (readOnly || isReadOnly(giver) ? READ_ONLY : 0) | (who.isPerson() ? PERSON : 0));
        kept.setInt32(row + USER, (int) who.user());
        kept.setInt32(row + GROUP, (int) who.group());
        kept.setInt32(row, (int) inode);
        end = Math.max(end, client + 1);
    }

    private int within(int client) {
        return kept.unsignedShort(rows.tree(client) + WITHIN);
    }

    /** Takes back a tree, and all that was given of it. */
    void revoke(int giver, int number) {
        for (int client = FIRST_CLIENT; client < end; client++) {
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
            for (int client = FIRST_CLIENT; client < end; client++) {
                if (isInUse(client) && isTree(giver(client)) && !isInUse(giver(client))) {
                    kept.setInt32(rows.tree(client), 0);
                    found = true;
                }
            }
        }
        while (end > FIRST_CLIENT && !isInUse(end - 1)) {
            end--;
        }
    }
}
