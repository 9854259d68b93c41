package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;
import peaberry.standin.HostMemory;

/** What becomes of trees in the memory that outlives the server. The console's {@code TreesTest} is about what clients see. */
class TreesTest {

    private static final int PROCESS = 5;
    private static final int INODE = 100;
    private static final int GENERATION = 7;

    private final Region kept = new HostMemory().region("handles", 8 << 10);
    private final ClientRows rows = new ClientRows(kept);
    private final Trees trees = new Trees(rows);
    private final Identity who = new Identity();

    private int give(int giver, int number) {
        return give(giver, number, false);
    }

    private int give(int giver, int number, boolean readOnly) {
        int client = trees.free(giver);
        if (client != Trees.NONE) {
            trees.give(client, giver, number, INODE + number, GENERATION, readOnly, who);
        }
        return client;
    }

    private boolean isCurrent(int client) {
        return trees.isCurrent(client, trees.epoch(client));
    }

    @Test
    void aTreeIsWhatWasGiven() {
        int client = give(PROCESS, 3);
        assertTrue(isCurrent(client) && trees.isTree(client) && !trees.isReadOnly(client));
        assertEquals(INODE + 3, trees.inode(client));
        assertEquals(GENERATION, trees.generation(client));
        assertFalse(trees.isTree(PROCESS) || trees.isReadOnly(PROCESS));
        assertTrue(trees.isCurrent(PROCESS, 0));
        assertFalse(trees.isCurrent(PROCESS, 1));
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherClient() {
        int client = give(PROCESS, 0);
        int before = trees.epoch(client);
        trees.revoke(PROCESS, 0);
        assertFalse(trees.isCurrent(client, before));
        assertEquals(client, give(PROCESS, 0));
        assertFalse(trees.isCurrent(client, before));
        assertTrue(isCurrent(client));
    }

    @Test
    void aNumberWhoseUsesAreUpIsNotUsedAgain() {
        int client = give(PROCESS, 0);
        trees.revoke(PROCESS, 0);
        kept.setInt32(rows.tree(client) + 8, Badges.LAST_EPOCH - 1);
        assertEquals(client, give(PROCESS, 0));
        assertEquals(Badges.LAST_EPOCH, trees.epoch(client));
        trees.revoke(PROCESS, 0);
        assertEquals(client + 1, give(PROCESS, 0));
    }

    @Test
    void whatWasGivenOfATreeGoesWithIt() {
        int tree = give(PROCESS, 0);
        int other = give(PROCESS, 1);
        int part = give(tree, 0);
        int partOfPart = give(part, 0);
        trees.revoke(other, 0);
        trees.revoke(PROCESS + 1, 0);
        assertTrue(isCurrent(tree) && isCurrent(part) && isCurrent(partOfPart));
        trees.revoke(PROCESS, 0);
        assertFalse(isCurrent(tree) || isCurrent(part) || isCurrent(partOfPart));
        assertTrue(isCurrent(other));
    }

    /** The first row was emptied when the server died. */
    @Test
    void whatWasHalfTakenBackIsTakenBackInTheNextLife() {
        int tree = give(PROCESS, 0);
        int part = give(tree, 0);
        int partOfPart = give(part, 0);
        kept.setInt32(rows.tree(tree), 0);
        new Trees(rows).begin();
        assertFalse(isCurrent(part) || isCurrent(partOfPart));
        assertTrue(isCurrent(give(PROCESS, 0)));
    }

    /** Nobody gets more than there is left: the second one half of what the first one left, and so on, but all of them something. */
    @Test
    void whoHasATreeLeavesRoomForOthers() {
        int left = (rows.clients() - Trees.FIRST_CLIENT) / 2;
        for (int i = 0; i < 4; i++) {
            int tree = give(PROCESS, i);
            int last = tree;
            int given = 0;
            for (int next = tree; next != Trees.NONE; next = give(given % 2 == 0 ? tree : last, given)) {
                last = next;
                given++;
            }
            assertEquals((left + 1) / 2, given - 1);
            left -= given - 1;
        }
        assertTrue(left == 0);
    }

    @Test
    void aPartThatIsTakenBackLeavesItsPlace() {
        int tree = give(PROCESS, 0);
        int number = 0;
        while (give(tree, number) != Trees.NONE) {
            number++;
        }
        assertEquals(Trees.NONE, give(tree, number));
        trees.revoke(tree, 0);
        assertTrue(isCurrent(give(tree, 0)));
        assertEquals(Trees.NONE, give(tree, number));
    }

    /** With the memory that the ordinary system has for it, two that a process gave can give 64 others at a time, and a third 35. */
    @Test
    void aShellHasRoomForManyChildren() {
        ClientRows many = new ClientRows(new HostMemory().region("handles", 64 << 10));
        Trees large = new Trees(many);
        for (int i = 0; i < 3; i++) {
            int tree = large.free(PROCESS);
            large.give(tree, PROCESS, i, INODE, GENERATION, false, who);
            int given = 0;
            for (int part = large.free(tree); part != Trees.NONE; part = large.free(tree)) {
                large.give(part, tree, given++, INODE, GENERATION, false, who);
            }
            assertEquals(i < 2 ? Trees.MOST_WITHIN : 35, given);
        }
    }

    /** Whatever they do, a process can give as many as half of the room is for. */
    @Test
    void whoHasTreesLeavesRoomForWhoGives() {
        int room = rows.clients() - Trees.FIRST_CLIENT;
        int given = 0;
        for (int i = 0; i < 4; i++) {
            int tree = give(PROCESS, i);
            for (int j = 0; give(tree, j) != Trees.NONE; j++) {
                given++;
            }
        }
        assertTrue(given <= room / 2, given + " of " + room);
        for (int i = 4; i < room / 2; i++) {
            assertTrue(isCurrent(give(PROCESS, i)));
        }
    }

    @Test
    void whatIsKeptIsFoundInTheNextLife() {
        int tree = give(PROCESS, 0);
        who.bePerson(0xFFFF_FFFFL, 7);
        int part = give(tree, 0);
        Trees next = new Trees(rows);
        next.begin();
        Identity found = new Identity();
        next.identify(part, found);
        assertTrue(found.isPerson());
        assertEquals(0xFFFF_FFFFL, found.user());
        assertEquals(7, found.group());
        next.identify(tree, found);
        assertFalse(found.isPerson());
        next.revoke(PROCESS, 0);
        assertFalse(next.isCurrent(part, next.epoch(part)));
        assertEquals(tree, next.free(PROCESS));
    }

    @Test
    void noGenerationIsGivenTwice() {
        int first = rows.next();
        for (int i = 1; i < 1_000; i++) {
            assertEquals(first + i, i % 100 == 0 ? new ClientRows(kept).next() : rows.next());
        }
    }

    @Test
    void thereIsNoMoreThanThereIsRoomFor() {
        int count = 0;
        while (give(PROCESS, count) != Trees.NONE) {
            count++;
        }
        assertEquals(rows.clients() - Trees.FIRST_CLIENT, count);
        trees.revoke(PROCESS, 2);
        assertTrue(isCurrent(give(PROCESS, 2)));
    }

    @Test
    void onlyReadIsWhateverComesOfWhatIsOnlyRead() {
        int tree = give(PROCESS, 0, true);
        assertTrue(trees.isReadOnly(tree));
        assertTrue(trees.isReadOnly(give(tree, 0)));
        int open = give(PROCESS, 1);
        assertTrue(trees.isReadOnly(give(open, 0, true)));
        assertFalse(trees.isReadOnly(give(open, 1)));
    }
}
