package peaberry.files;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Inode;
import peaberry.runtime.Text;

/** Finds what a request is about, and says whether its client may do what it asks for. All of that comes before anything is changed. */
final class Access {

    /** Who may run a file: its owner, its group, others. */
    private static final int RUN = 0111;

    private final Upkeep upkeep;
    private final Reach reach;
    private final Identity identity;
    private final NamePermissions names;
    private int client;
    private int epoch;

    /** @param identity of the client that {@code reach} is about */
    Access(Upkeep upkeep, Reach reach, Identity identity, NamePermissions names) {
        this.upkeep = upkeep;
        this.reach = reach;
        this.identity = identity;
        this.names = names;
    }

    /** A request of a client comes. */
    Access of(int wanted, int wantedEpoch) {
        client = wanted;
        epoch = wantedEpoch;
        return this;
    }

    /** Whether the client is one, and not one whose tree was taken back. */
    boolean isKnown() {
        return reach.isKnown(client, epoch);
    }

    /** Whether the client is known, and there are files. */
    Outcome begin() {
        return isKnown() ? upkeep.mount() : Outcome.NOT_OPEN;
    }

    /** Finds what a handle is for: {@link #inode}, as do all of these. */
    Outcome find(int handle) {
        Outcome outcome = begin();
        return outcome == Outcome.DONE ? reach.find(handle) : outcome;
    }

    private Outcome findFile(int handle) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE && inode().type() != NodeType.FILE ? Outcome.NOT_A_FILE : outcome;
    }

    private Outcome findDirectory(int handle) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE && inode().type() != NodeType.DIRECTORY ? Outcome.NOT_A_DIRECTORY : outcome;
    }

    /** Finds a file that is to be read. */
    Outcome toRead(int handle) {
        Outcome outcome = findFile(handle);
        return outcome == Outcome.DONE ? allow(reach.mayRead(handle)) : outcome;
    }

    /** Finds a directory that is to be listed. */
    Outcome toList(int handle) {
        Outcome outcome = findDirectory(handle);
        return outcome == Outcome.DONE ? allow(reach.mayRead(handle)) : outcome;
    }

    /** Finds a file that is to be written. */
    Outcome toWrite(int handle) {
        Outcome outcome = change(findFile(handle));
        return outcome == Outcome.DONE ? allow(reach.mayWrite(handle)) : outcome;
    }

    /** Finds a file or directory of which is to be said that it was changed. */
    Outcome toTouch(int handle) {
        Outcome outcome = change(find(handle));
        return outcome == Outcome.DONE ? allow(identity.mayDescribe(inode()) || reach.mayWrite(handle)) : outcome;
    }

    /** Finds a file or directory of which is to be said who may do what with it, or when it was changed. */
    Outcome toDescribe(int handle) {
        Outcome outcome = change(find(handle));
        return outcome == Outcome.DONE ? allow(identity.mayDescribe(inode())) : outcome;
    }

    /** Finds a file or directory of which is to be said whose it is. */
    Outcome toSetOwner(int handle, long owner, long group) {
        Outcome outcome = change(find(handle));
        return outcome == Outcome.DONE ? allow(identity.maySetOwner(inode(), owner, group)) : outcome;
    }

    /** Finds a directory in which something gets a name or loses it. */
    Outcome toName(int handle, Text name) {
        Outcome outcome = findDirectory(handle);
        outcome = change(outcome == Outcome.DONE && !isName(name) ? Outcome.NO_NAME : outcome);
        return outcome == Outcome.DONE ? names.change(inode()) : outcome;
    }

    /** Finds what is to be given to somebody. */
    Outcome toGive(int handle, Identity recipient) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE ? allow(identity.mayGiveAs(recipient)) : outcome;
    }

    /** What the client may do with something that was found just now: bits of {@link Identity#READ}, {@link Identity#WRITE} and {@link Identity#SEARCH}. */
    int allowed(Inode it) {
        int kept = reach.isReadOnly() || !upkeep.isWritable() ? ~Identity.WRITE : ~0;
        boolean isRunByNobody = it.type() != NodeType.DIRECTORY && (it.permissions() & RUN) == 0;
        return identity.rights(it) & kept & (isRunByNobody ? ~Identity.SEARCH : ~0);
    }

    /** Whether the client may change anything. */
    private Outcome change(Outcome found) {
        return found == Outcome.DONE && reach.isReadOnly() ? Outcome.READ_ONLY : found;
    }

    private static Outcome allow(boolean isAllowed) {
        return isAllowed ? Outcome.DONE : Outcome.DENIED;
    }

    private static boolean isName(Text entry) {
        boolean dots = entry.length() <= 2;
        for (int i = 0; i < entry.length(); i++) {
            if (entry.byteAt(i) == '/' || entry.byteAt(i) == 0) {
                return false;
            }
            dots &= entry.byteAt(i) == '.';
        }
        return !dots;
    }

    Inode inode() {
        return reach.inode();
    }
}
