package peaberry.files;

import peaberry.abi.KernelError;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemServer;
import peaberry.files.ext4.Changes;
import peaberry.files.ext4.Contents;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.LinkTarget;
import peaberry.files.ext4.Listing;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** What clients ask, one after the other. */
final class FileRequests extends FileSystemServer {

    /** How long what was changed stays in memory only. */
    private static final long MOST_NANOSECONDS = 5_000_000_000L;

    private final Mounting mounting;
    private final Volume volume;
    private final OpenFiles open;
    private final Trees trees;
    private final TreeCapabilities capabilities;
    /** As whom the client acts; and to whom it gives something. */
    private final Identity identity = new Identity();
    private final Identity recipient = new Identity();
    private final NamePermissions names;
    private final Reach reach;
    private final Walk walk;
    /** What {@link #reach} found last. */
    private final Inode inode;
    private final Listing listing;
    private final Contents contents;
    private final LinkTarget target;
    private final Changes changes;
    private final Inode other;
    private final WindowSource source = new WindowSource();
    private final WallClock clock;
    private long settled;
    /** Of an entry; or what the problem is. */
    private final Text name = new Text(FileSystem.MAX_NAME);

    FileRequests(Mounting mounting, ClientRows clients, TreeCapabilities capabilities, WallClock clock) {
        this.mounting = mounting;
        volume = mounting.volume();
        this.capabilities = capabilities;
        open = new OpenFiles(clients);
        trees = new Trees(clients);
        reach = new Reach(open, trees, volume, identity);
        names = new NamePermissions(volume, identity);
        inode = reach.inode();
        walk = new Walk(volume, identity);
        listing = new Listing(volume);
        contents = new Contents(volume);
        target = new LinkTarget(volume);
        changes = new Changes(volume, clients);
        other = new Inode(volume);
        this.clock = clock;
    }

    @Override
    protected Answer look(int from, Text path, boolean follow) {
        Outcome outcome = go(from, path, follow);
        if (outcome != Outcome.DONE) {
            return refuse(outcome);
        }
        Inode it = walk.inode();
        return answerLook(it.number(), it.type(), it.permissions(), it.owner(), it.group(), it.links(), it.size(), it.used(), it.accessed().seconds(), it.accessed().nanoseconds(),
                it.modified().seconds(), it.modified().nanoseconds(), it.changed().seconds(), it.changed().nanoseconds());
    }

    @Override
    protected Answer open(int from, Text path, int handle) {
        Outcome outcome = go(from, path, true);
        if (outcome != Outcome.DONE) {
            return refuse(outcome);
        }
        open.open(client(), handle, walk.inode().number(), walk.inode().generation(), identity.rights(walk.inode()));
        return answerOpen();
    }

    @Override
    protected Answer close(int handle) {
        if (isKnown()) {
            open.close(client(), handle);
        }
        return answerClose();
    }

    @Override
    protected Answer read(int handle, long position, int count, Window to, long offset) {
        Outcome outcome = toRead(findFile(handle), handle);
        long rest = Math.max(0, Math.min(count, inode.size() - position));
        long done = 0;
        while (outcome == Outcome.DONE && done < rest) {
            outcome = contents.find(inode, position + done, (int) (rest - done));
            if (outcome == Outcome.DONE) {
                outcome = deliver(to, offset + done);
                done += contents.bytes();
            }
        }
        return outcome == Outcome.DONE ? answerRead((int) rest) : refuse(outcome);
    }

    private Outcome deliver(Window to, long offset) {
        boolean delivered = offset >= 0 && WindowCopy.write(to, offset, contents.memory(), contents.offset(), contents.bytes()) == KernelError.NONE;
        return delivered ? Outcome.DONE : Outcome.BAD_WINDOW;
    }

    @Override
    protected Answer list(int handle, long position) {
        Outcome outcome = toRead(findDirectory(handle), handle);
        if (outcome == Outcome.DONE) {
            outcome = listing.seek(inode, position);
        }
        if (outcome != Outcome.DONE) {
            return refuse(outcome);
        }
        return answerList(listing.next(), listing.number(), listing.appendNameTo(name.clear()));
    }

    @Override
    protected Answer target(int from, Text path) {
        Outcome outcome = go(from, path, false);
        if (outcome == Outcome.DONE) {
            outcome = walk.inode().type() == NodeType.LINK ? target.read(walk.inode()) : Outcome.NOT_A_LINK;
        }
        return outcome == Outcome.DONE ? answerTarget(target.text()) : refuse(outcome);
    }

    @Override
    protected Answer space() {
        Outcome outcome = begin();
        boolean isWritable = outcome == Outcome.DONE && volume.isWritable() && !reach.isReadOnly();
        return outcome == Outcome.DONE ? answerSpace(volume.totalBytes(), volume.freeBytes(), volume.inodes(), volume.freeInodes(), isWritable) : refuse(outcome);
    }

    @Override
    protected Answer problem() {
        name.clear();
        return answerProblem(begin() == Outcome.UNKNOWN_FORMAT ? volume.appendProblemTo(name) : name);
    }

    @Override
    protected Answer write(int handle, long position, int count, Window from, long offset) {
        Outcome outcome = write(toWrite(findFile(handle), handle), position, count, from, offset);
        return outcome == Outcome.DONE ? answerWrite() : refuse(outcome);
    }

    @Override
    protected Answer append(int handle, int count, Window from, long offset) {
        Outcome outcome = toWrite(findFile(handle), handle);
        long position = inode.size();
        outcome = write(outcome, position, count, from, offset);
        return outcome == Outcome.DONE ? answerAppend(position) : refuse(outcome);
    }

    private Outcome write(Outcome found, long position, int count, Window from, long offset) {
        Outcome outcome = found;
        if (outcome == Outcome.DONE) {
            source.take(from, offset);
            outcome = changes.write(inode, position, count, source, clock.now());
        }
        return changed(outcome);
    }

    @Override
    protected Answer resize(int handle, long size) {
        Outcome outcome = toWrite(findFile(handle), handle);
        if (outcome == Outcome.DONE) {
            outcome = changes.resize(inode, size, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerResize() : refuse(outcome);
    }

    @Override
    protected Answer touch(int handle) {
        Outcome outcome = permit(find(handle));
        if (outcome == Outcome.DONE) {
            outcome = allow(identity.mayDescribe(inode) || reach.mayWrite(handle));
        }
        if (outcome == Outcome.DONE) {
            outcome = changes.touch(inode, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerTouch() : refuse(outcome);
    }

    @Override
    protected Answer setPermissions(int handle, int permissions) {
        Outcome outcome = toDescribe(find(handle));
        if (outcome == Outcome.DONE) {
            outcome = changes.setPermissions(inode, identity.settable(inode, permissions), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetPermissions() : refuse(outcome);
    }

    @Override
    protected Answer setOwner(int handle, long owner, long group) {
        Outcome outcome = permit(find(handle));
        if (outcome == Outcome.DONE) {
            outcome = allow(identity.maySetOwner(inode, owner, group));
        }
        if (outcome == Outcome.DONE) {
            outcome = changes.setOwner(inode, owner, group, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetOwner() : refuse(outcome);
    }

    @Override
    protected Answer setTimes(int handle, long accessed, int accessedNanoseconds, long modified, int modifiedNanoseconds) {
        Outcome outcome = toDescribe(find(handle));
        if (outcome == Outcome.DONE) {
            outcome = changes.setTimes(inode, accessed, accessedNanoseconds, modified, modifiedNanoseconds, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetTimes() : refuse(outcome);
    }

    @Override
    protected Answer create(int at, Text newName, boolean isDirectory) {
        Outcome outcome = findDirectory(at, newName);
        if (outcome == Outcome.DONE) {
            outcome = changes.create(inode, newName, isDirectory ? NodeType.DIRECTORY : NodeType.FILE, identity.user(), identity.group(), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerCreate() : refuse(outcome);
    }

    @Override
    protected Answer link(int at, Text newName, Text leadsTo) {
        Outcome outcome = leadsTo.length() == 0 ? Outcome.NO_NAME : findDirectory(at, newName);
        if (outcome == Outcome.DONE) {
            outcome = changes.link(inode, newName, leadsTo, identity.user(), identity.group(), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerLink() : refuse(outcome);
    }

    @Override
    protected Answer addName(int handle, int at, Text newName) {
        Outcome outcome = find(handle);
        if (outcome == Outcome.DONE) {
            outcome = other.read(inode.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = findDirectory(at, newName);
        }
        if (outcome == Outcome.DONE) {
            outcome = names.name(other);
        }
        if (outcome == Outcome.DONE) {
            outcome = changes.addLink(other, inode, newName, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerAddName() : refuse(outcome);
    }

    @Override
    protected Answer remove(int at, Text oldName, boolean isDirectory) {
        Outcome outcome = findDirectory(at, oldName);
        if (outcome == Outcome.DONE) {
            outcome = names.take(inode, oldName);
        }
        if (outcome == Outcome.DONE) {
            outcome = changes.remove(inode, oldName, isDirectory, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerRemove() : refuse(outcome);
    }

    @Override
    protected Answer rename(int at, Text oldName, int to, Text newName) {
        Outcome outcome = findDirectory(to, newName);
        if (outcome == Outcome.DONE) {
            outcome = other.read(inode.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = findDirectory(at, oldName);
        }
        if (outcome == Outcome.DONE) {
            outcome = names.move(inode, oldName, other);
        }
        if (outcome == Outcome.DONE) {
            outcome = names.replace(other, newName);
        }
        if (outcome == Outcome.DONE) {
            outcome = changes.rename(inode, oldName, other, newName, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerRename() : refuse(outcome);
    }

    @Override
    protected Answer give(int handle, int number, boolean readOnly) {
        Outcome outcome = find(handle);
        recipient.be(identity);
        outcome = give(outcome, number, readOnly);
        return outcome == Outcome.DONE ? answerGive(capabilities.last()) : refuse(outcome);
    }

    @Override
    protected Answer giveAs(int handle, int number, boolean readOnly, long owner, long group) {
        Outcome outcome = find(handle);
        recipient.bePerson(owner, group);
        if (outcome == Outcome.DONE) {
            outcome = allow(identity.mayGiveAs(recipient));
        }
        outcome = give(outcome, number, readOnly);
        return outcome == Outcome.DONE ? answerGiveAs(capabilities.last()) : refuse(outcome);
    }

    /** Gives the {@link #recipient} the {@link #inode}. */
    private Outcome give(Outcome found, int number, boolean readOnly) {
        if (found != Outcome.DONE) {
            return found;
        }
        trees.revoke(client(), number);
        int to = trees.free(client());
        if (to == Trees.NONE) {
            return Outcome.NO_SPACE;
        }
        open.forget(to);
        trees.give(to, client(), number, inode.number(), inode.generation(), readOnly, recipient);
        capabilities.make(to, trees.epoch(to));
        return Outcome.DONE;
    }

    @Override
    protected Answer takeBack(int number) {
        if (isKnown()) {
            trees.revoke(client(), number);
        }
        return answerTakeBack();
    }

    @Override
    protected Answer sync() {
        Outcome outcome = begin();
        if (outcome == Outcome.DONE) {
            outcome = settle();
        }
        outcome = withLoss(outcome);
        return outcome == Outcome.DONE ? answerSync() : refuse(outcome);
    }

    @Override
    protected Answer syncFile(int handle) {
        Outcome outcome = find(handle);
        if (outcome == Outcome.DONE) {
            outcome = volume.commit();
        }
        if (outcome == Outcome.DONE) {
            open.settle();
        }
        outcome = withLoss(outcome);
        return outcome == Outcome.DONE ? answerSyncFile() : refuse(outcome);
    }

    private Outcome withLoss(Outcome outcome) {
        return outcome == Outcome.DONE && open.takeLoss(client()) ? Outcome.LOST : outcome;
    }

    /** Finds the {@link #inode} of a directory in which something is to be changed. */
    private Outcome findDirectory(int handle, Text entry) {
        Outcome outcome = findDirectory(handle);
        outcome = permit(outcome == Outcome.DONE && !isName(entry) ? Outcome.NO_NAME : outcome);
        return outcome == Outcome.DONE ? names.change(inode) : outcome;
    }

    /** Whether the client may read what was found by a handle. */
    private Outcome toRead(Outcome found, int handle) {
        return found == Outcome.DONE ? allow(reach.mayRead(handle)) : found;
    }

    /** Whether the client may write what was found by a handle. */
    private Outcome toWrite(Outcome found, int handle) {
        Outcome outcome = permit(found);
        return outcome == Outcome.DONE ? allow(reach.mayWrite(handle)) : outcome;
    }

    /** Whether the client may say who may do what with what was found. */
    private Outcome toDescribe(Outcome found) {
        Outcome outcome = permit(found);
        return outcome == Outcome.DONE ? allow(identity.mayDescribe(inode)) : outcome;
    }

    private static Outcome allow(boolean isAllowed) {
        return isAllowed ? Outcome.DONE : Outcome.DENIED;
    }

    /** Whether the client may change anything. */
    private Outcome permit(Outcome outcome) {
        return outcome == Outcome.DONE && reach.isReadOnly() ? Outcome.READ_ONLY : outcome;
    }

    private boolean isKnown() {
        return reach.isKnown(client(), epoch());
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

    /** Takes note of what a client changed. */
    private Outcome changed(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            open.noteChange(client());
        }
        return outcome;
    }

    /** Makes everything survive a loss of power, and the disk what it is when it is not in use. */
    Outcome settle() {
        Outcome outcome = volume.close();
        settled = clock.now();
        if (outcome == Outcome.DONE) {
            open.settle();
        }
        return outcome;
    }

    /** Makes the file system ready, and ends what was begun when the power went. What was changed does not stay in memory for long. */
    private Outcome mount() {
        Outcome outcome = mounting.mount();
        if (outcome == Outcome.DONE && volume.hasOrphans()) {
            changes.giveUpOrphans(clock.now());
        }
        if (outcome == Outcome.DONE && volume.isInUse() && clock.now() - settled > MOST_NANOSECONDS) {
            settle();
        }
        return outcome;
    }

    /** The server begins. */
    void start() {
        trees.begin();
        open.begin();
    }

    private Outcome go(int from, Text path, boolean follow) {
        Outcome outcome = find(from);
        return outcome == Outcome.DONE ? walk.go(reach.root(), inode.number(), path, follow) : outcome;
    }

    /** Finds the {@link #inode} that a handle is for. */
    private Outcome find(int handle) {
        Outcome outcome = begin();
        return outcome == Outcome.DONE ? reach.find(handle) : outcome;
    }

    private Outcome findFile(int handle) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE && inode.type() != NodeType.FILE ? Outcome.NOT_A_FILE : outcome;
    }

    private Outcome findDirectory(int handle) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE && inode.type() != NodeType.DIRECTORY ? Outcome.NOT_A_DIRECTORY : outcome;
    }

    /** A request begins: whether who makes it is known, and there are files. */
    private Outcome begin() {
        return isKnown() ? mount() : Outcome.NOT_OPEN;
    }
}
