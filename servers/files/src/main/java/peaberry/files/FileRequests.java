package peaberry.files;

import peaberry.abi.KernelError;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemServer;
import peaberry.files.ext4.Contents;
import peaberry.files.ext4.Directory;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.LinkTarget;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** What clients ask, one after the other. */
final class FileRequests extends FileSystemServer {

    private final Volume volume;
    private final OpenFiles open;
    private final Walk walk;
    private final Inode inode;
    private final Directory directory;
    private final Contents contents;
    private final LinkTarget target;
    /** Of an entry; or what the problem is. */
    private final Text name = new Text(FileSystem.MAX_NAME);

    FileRequests(Volume volume, OpenFiles open) {
        this.volume = volume;
        this.open = open;
        walk = new Walk(volume);
        inode = new Inode(volume);
        directory = new Directory(volume);
        contents = new Contents(volume);
        target = new LinkTarget(volume);
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
        open.open(client(), handle, walk.inode().number(), walk.inode().generation());
        return answerOpen();
    }

    @Override
    protected Answer close(int handle) {
        if (open.knows(client())) {
            open.close(client(), handle);
        }
        return answerClose();
    }

    @Override
    protected Answer read(int handle, long position, int count, Window to, long offset) {
        Outcome outcome = find(handle);
        if (outcome == Outcome.DONE && inode.type() != NodeType.FILE) {
            outcome = Outcome.NOT_A_FILE;
        }
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
        Outcome outcome = find(handle);
        if (outcome == Outcome.DONE && inode.type() != NodeType.DIRECTORY) {
            outcome = Outcome.NOT_A_DIRECTORY;
        }
        if (outcome == Outcome.DONE) {
            outcome = directory.seek(inode, position);
        }
        while (outcome == Outcome.DONE && directory.isDots()) {
            outcome = directory.seek(inode, directory.next());
        }
        if (outcome != Outcome.DONE) {
            return refuse(outcome);
        }
        name.clear();
        for (int i = 0; i < directory.nameLength(); i++) {
            name.appendByte(directory.nameByte(i));
        }
        return answerList(directory.next(), directory.number(), name);
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
        Outcome outcome = volume.mount();
        return outcome == Outcome.DONE ? answerSpace(volume.totalBytes(), volume.freeBytes(), volume.inodes(), volume.freeInodes()) : refuse(outcome);
    }

    @Override
    protected Answer problem() {
        name.clear();
        return answerProblem(volume.mount() == Outcome.UNKNOWN_FORMAT ? volume.appendProblemTo(name) : name);
    }

    private Outcome go(int from, Text path, boolean follow) {
        Outcome outcome = find(from);
        return outcome == Outcome.DONE ? walk.go(Volume.ROOT, inode.number(), path, follow) : outcome;
    }

    /** Finds the {@link #inode} that a handle is for. */
    private Outcome find(int handle) {
        if (!open.knows(client())) {
            return Outcome.NOT_OPEN;
        }
        Outcome outcome = volume.mount();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (handle == FileSystem.ROOT) {
            return inode.read(Volume.ROOT);
        }
        if (!open.isOpen(client(), handle)) {
            return Outcome.NOT_OPEN;
        }
        outcome = inode.read(open.inode(client(), handle));
        boolean isOther = outcome == Outcome.DONE && inode.generation() != open.generation(client(), handle);
        return isOther ? Outcome.NOT_OPEN : outcome;
    }
}
