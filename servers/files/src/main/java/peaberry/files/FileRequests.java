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

    private final Volume volume;
    private final Upkeep upkeep;
    private final OpenFiles open;
    private final Trees trees;
    private final TreeCapabilities capabilities;
    /** As whom the client acts; and to whom it gives something. */
    private final Identity identity = new Identity();
    private final Identity recipient = new Identity();
    private final NamePermissions names;
    private final Reach reach;
    private final Access access;
    private final Walk walk;
    /** What {@link #access} found last. */
    private final Inode inode;
    private final Listing listing;
    private final Contents contents;
    private final LinkTarget target;
    private final Changes changes;
    private final Inode other;
    private final WindowSource source = new WindowSource();
    private final WallClock clock;
    /** Of an entry; or what the problem is. */
    private final Text name = new Text(FileSystem.MAX_NAME);

    FileRequests(Mounting mounting, ClientRows clients, TreeCapabilities capabilities, WallClock clock) {
        volume = mounting.volume();
        this.capabilities = capabilities;
        open = new OpenFiles(clients);
        trees = new Trees(clients);
        reach = new Reach(open, trees, volume, identity);
        names = new NamePermissions(volume, identity);
        inode = reach.inode();
        changes = new Changes(volume, clients);
        upkeep = new Upkeep(mounting, changes, open, clock);
        access = new Access(upkeep, reach, identity, names);
        walk = new Walk(volume, identity);
        listing = new Listing(volume);
        contents = new Contents(volume);
        target = new LinkTarget(volume);
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
                it.modified().seconds(), it.modified().nanoseconds(), it.changed().seconds(), it.changed().nanoseconds(), access.allowed(it));
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
        if (access().isKnown()) {
            open.close(client(), handle);
        }
        return answerClose();
    }

    @Override
    protected Answer read(int handle, long position, int count, Window to, long offset) {
        Outcome outcome = access().toRead(handle);
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
        Outcome outcome = access().toList(handle);
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
        Outcome outcome = access().begin();
        boolean isWritable = outcome == Outcome.DONE && volume.isWritable() && !reach.isReadOnly();
        return outcome == Outcome.DONE ? answerSpace(volume.totalBytes(), volume.freeBytes(), volume.inodes(), volume.freeInodes(), isWritable) : refuse(outcome);
    }

    @Override
    protected Answer problem() {
        name.clear();
        return answerProblem(access().begin() == Outcome.UNKNOWN_FORMAT ? volume.appendProblemTo(name) : name);
    }

    @Override
    protected Answer write(int handle, long position, int count, Window from, long offset) {
        Outcome outcome = write(access().toWrite(handle), position, count, from, offset);
        return outcome == Outcome.DONE ? answerWrite() : refuse(outcome);
    }

    @Override
    protected Answer append(int handle, int count, Window from, long offset) {
        Outcome outcome = access().toWrite(handle);
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
        Outcome outcome = access().toWrite(handle);
        if (outcome == Outcome.DONE) {
            outcome = changes.resize(inode, size, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerResize() : refuse(outcome);
    }

    @Override
    protected Answer touch(int handle) {
        Outcome outcome = access().toTouch(handle);
        if (outcome == Outcome.DONE) {
            outcome = changes.touch(inode, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerTouch() : refuse(outcome);
    }

    @Override
    protected Answer setPermissions(int handle, int permissions) {
        Outcome outcome = access().toDescribe(handle);
        if (outcome == Outcome.DONE) {
            outcome = changes.setPermissions(inode, identity.settable(inode, permissions), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetPermissions() : refuse(outcome);
    }

    @Override
    protected Answer setOwner(int handle, long owner, long group) {
        Outcome outcome = access().toSetOwner(handle, owner, group);
        if (outcome == Outcome.DONE) {
            outcome = changes.setOwner(inode, owner, group, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetOwner() : refuse(outcome);
    }

    @Override
    protected Answer setTimes(int handle, long accessed, int accessedNanoseconds, long modified, int modifiedNanoseconds) {
        Outcome outcome = access().toDescribe(handle);
        if (outcome == Outcome.DONE) {
            outcome = changes.setTimes(inode, accessed, accessedNanoseconds, modified, modifiedNanoseconds, clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerSetTimes() : refuse(outcome);
    }

    @Override
    protected Answer create(int at, Text newName, boolean isDirectory) {
        Outcome outcome = access().toName(at, newName);
        if (outcome == Outcome.DONE) {
            outcome = changes.create(inode, newName, isDirectory ? NodeType.DIRECTORY : NodeType.FILE, identity.user(), identity.group(), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerCreate() : refuse(outcome);
    }

    @Override
    protected Answer link(int at, Text newName, Text leadsTo) {
        Outcome outcome = leadsTo.length() == 0 ? Outcome.NO_NAME : access().toName(at, newName);
        if (outcome == Outcome.DONE) {
            outcome = changes.link(inode, newName, leadsTo, identity.user(), identity.group(), clock.now());
        }
        return changed(outcome) == Outcome.DONE ? answerLink() : refuse(outcome);
    }

    @Override
    protected Answer addName(int handle, int at, Text newName) {
        Outcome outcome = access().find(handle);
        if (outcome == Outcome.DONE) {
            outcome = other.read(inode.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = access().toName(at, newName);
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
        Outcome outcome = access().toName(at, oldName);
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
        Outcome outcome = access().toName(to, newName);
        if (outcome == Outcome.DONE) {
            outcome = other.read(inode.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = access().toName(at, oldName);
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
        Outcome outcome = access().find(handle);
        recipient.be(identity);
        outcome = give(outcome, number, readOnly);
        return outcome == Outcome.DONE ? answerGive(capabilities.last()) : refuse(outcome);
    }

    @Override
    protected Answer giveAs(int handle, int number, boolean readOnly, long owner, long group) {
        recipient.bePerson(owner, group);
        Outcome outcome = give(access().toGive(handle, recipient), number, readOnly);
        return outcome == Outcome.DONE ? answerGiveAs(capabilities.last()) : refuse(outcome);
    }

    /** Gives the {@link #recipient} what was found. */
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
        if (access().isKnown()) {
            trees.revoke(client(), number);
        }
        return answerTakeBack();
    }

    @Override
    protected Answer sync() {
        Outcome outcome = access().begin();
        if (outcome == Outcome.DONE) {
            outcome = upkeep.settle();
        }
        outcome = withLoss(outcome);
        return outcome == Outcome.DONE ? answerSync() : refuse(outcome);
    }

    @Override
    protected Answer syncFile(int handle) {
        Outcome outcome = access().find(handle);
        if (outcome == Outcome.DONE) {
            outcome = upkeep.commit();
        }
        outcome = withLoss(outcome);
        return outcome == Outcome.DONE ? answerSyncFile() : refuse(outcome);
    }

    private Outcome withLoss(Outcome outcome) {
        return outcome == Outcome.DONE && open.takeLoss(client()) ? Outcome.LOST : outcome;
    }

    /** Takes note of what a client changed. */
    private Outcome changed(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            open.noteChange(client());
        }
        return outcome;
    }

    /** As {@link Upkeep#settle}. */
    Outcome settle() {
        return upkeep.settle();
    }

    /** The server begins. */
    void start() {
        trees.begin();
        open.begin();
    }

    private Outcome go(int from, Text path, boolean follow) {
        Outcome outcome = access().find(from);
        return outcome == Outcome.DONE ? walk.go(reach.root(), inode.number(), path, follow) : outcome;
    }

    /** Of the client whose request it is. */
    private Access access() {
        return access.of(client(), epoch());
    }
}
