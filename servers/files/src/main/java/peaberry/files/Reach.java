package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.Volume;

/** Who a client is, and what it reaches: what its handles stand for. */
final class Reach {

    private final OpenFiles open;
    private final Trees trees;
    private final Identity identity;
    private final Inode inode;
    private int client;

    /** @param identity becomes as whom the client acts that it is about */
    Reach(OpenFiles open, Trees trees, Volume volume, Identity identity) {
        this.identity = identity;
        this.open = open;
        this.trees = trees;
        inode = new Inode(volume);
    }

    /** From here on, it is about a client. @param epoch by its badge @return whether that is one, and there is room for what it opens */
    boolean isKnown(int wanted, int epoch) {
        client = wanted;
        boolean isKnown = open.knows(client) && trees.isCurrent(client, epoch);
        if (isKnown) {
            trees.identify(client, identity);
        }
        return isKnown;
    }

    /** Finds what a handle of the client's stands for. */
    Outcome find(int handle) {
        Outcome outcome = handle == FileSystem.ROOT || trees.isTree(client) ? findRoot() : Outcome.DONE;
        if (outcome != Outcome.DONE || handle == FileSystem.ROOT) {
            return outcome;
        }
        return open.isOpen(client, handle) ? find(open.inode(client, handle), open.generation(client, handle)) : Outcome.NOT_OPEN;
    }

    /** Finds the top of what the client was given. When that is gone, or what it was a part of, so is all that was reached by it: another file may have its number. */
    private Outcome findRoot() {
        if (!trees.isTree(client)) {
            return inode.read(Volume.ROOT);
        }
        Outcome outcome = Outcome.DONE;
        for (int giver = trees.giver(client); outcome == Outcome.DONE && trees.isTree(giver); giver = trees.giver(giver)) {
            outcome = find(trees.inode(giver), trees.generation(giver));
        }
        return outcome == Outcome.DONE ? find(trees.inode(client), trees.generation(client)) : outcome;
    }

    private Outcome find(long number, int generation) {
        Outcome outcome = inode.readAny(number);
        boolean isGone = outcome == Outcome.DONE && (inode.links() == 0 || inode.generation() != generation);
        return isGone ? Outcome.NOT_OPEN : outcome;
    }

    /** What was found last. */
    Inode inode() {
        return inode;
    }

    /** The inode of the top of what the client was given. */
    long root() {
        return trees.isTree(client) ? trees.inode(client) : Volume.ROOT;
    }

    /** Whether the client may read what was found by a handle: as it was when it opened that. */
    boolean mayRead(int handle) {
        return handle == FileSystem.ROOT ? identity.may(inode, Identity.READ) : open.mayRead(client, handle);
    }

    /** Whether the client may write what was found by a handle: as it was when it opened that. */
    boolean mayWrite(int handle) {
        return handle == FileSystem.ROOT ? identity.may(inode, Identity.WRITE) : open.mayWrite(client, handle);
    }

    /** Whether the client is to be refused all changes. */
    boolean isReadOnly() {
        return trees.isReadOnly(client);
    }
}
