package peaberry.hostfiles;

import peaberry.abi.KernelError;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/**
 * A shared folder, or a file in it, as a tree of files. Whoever has the service is one client. It makes no links, names nothing twice, makes nobody the owner of anything and gives no parts to others: what
 * is made on the host is files and directories of who runs this.
 */
final class HostFileRequests extends FileSystemServer {

    /** Above the bits of what a file's group and others may do are those of its owner, who is whoever runs the machine. */
    private static final int OWNER_SHIFT = 6;

    private static final int TOP = 0;
    /** Fids of what has a handle: of where it is, and of what is open. */
    private static final int PLACES = 16;
    private static final int OPEN = 48;
    private static final int ATTACHED = 200;
    private static final int ACCESS_PERMISSIONS = 0777;
    /** The name of the file, if a file is shared: the folder has that alone. */
    private static final String FILE = "file";

    private final Host host;
    private final Walk walk;
    private final Wire wire;
    private final Text entryName = new Text(FileSystem.MAX_NAME);
    private final Text target = new Text(FileSystem.MAX_TARGET);
    private final Text[] ways = new Text[FileSystem.HANDLES];
    private final boolean[] isOpen = new boolean[FileSystem.HANDLES];
    private final boolean[] isDirectory = new boolean[FileSystem.HANDLES];
    private final boolean[] isReady = new boolean[FileSystem.HANDLES];
    private boolean isThere;
    private boolean isWritable;

    HostFileRequests(Wire wire) {
        this.wire = wire;
        host = new Host(wire, entryName);
        walk = new Walk(host, TOP);
        for (int handle = 0; handle < FileSystem.HANDLES; handle++) {
            ways[handle] = new Text(FileSystem.MAX_PATH);
        }
    }

    /** @param isFile whether the folder stands for the file in it */
    void start(boolean isFile, boolean isWritable) {
        this.isWritable = isWritable;
        isThere = host.attach(isFile ? ATTACHED : TOP) && (!isFile || goToFile()) && host.look(TOP) == Outcome.DONE;
        isOpen[TOP] = isThere;
        isDirectory[TOP] = host.attributes.isDirectory();
    }

    private boolean goToFile() {
        entryName.clear().append(FILE);
        return host.walk(ATTACHED, TOP, entryName, 0, entryName.length()) == Outcome.DONE;
    }

    private static int place(int handle) {
        return handle == FileSystem.ROOT ? TOP : PLACES + handle;
    }

    private Outcome find(int handle) {
        return !isThere ? Outcome.NO_DISK : isOpen[handle] ? Outcome.DONE : Outcome.NOT_OPEN;
    }

    private Outcome permit(Outcome outcome) {
        return outcome == Outcome.DONE && !isWritable ? Outcome.READ_ONLY : outcome;
    }

    private Outcome findDirectory(int handle) {
        Outcome outcome = find(handle);
        return outcome == Outcome.DONE && !isDirectory[handle] ? Outcome.NOT_A_DIRECTORY : outcome;
    }

    private Outcome go(int from, Text path, boolean follow) {
        Outcome outcome = find(from);
        return outcome == Outcome.DONE ? walk.go(ways[from], path, follow) : outcome;
    }

    @Override
    protected Answer look(int from, Text path, boolean follow) {
        Outcome outcome = go(from, path, follow);
        Attributes node = host.attributes;
        return outcome != Outcome.DONE ? refuse(outcome) : answerLook(node.number, node.type(), node.permissions(), node.owner, node.group, node.names, node.size, node.used,
                node.accessed, node.accessedNanoseconds, node.modified, node.modifiedNanoseconds, node.changed, node.changedNanoseconds,
                node.permissions() >>> OWNER_SHIFT & (FileSystem.MAY_READ | FileSystem.MAY_WRITE | FileSystem.MAY_SEARCH));
    }

    @Override
    protected Answer open(int from, Text path, int handle) {
        Outcome outcome = go(from, path, true);
        if (outcome == Outcome.DONE) {
            release(handle);
            outcome = host.walk(walk.here(), place(handle), path, 0, 0);
        }
        if (outcome == Outcome.DONE) {
            ways[handle].clear().append(walk.way());
            isOpen[handle] = true;
            isDirectory[handle] = host.attributes.isDirectory();
        }
        return outcome == Outcome.DONE ? answerOpen() : refuse(outcome);
    }

    @Override
    protected Answer close(int handle) {
        release(handle);
        return answerClose();
    }

    private void release(int handle) {
        if (isReady[handle]) {
            host.forget(OPEN + handle);
        }
        if (isOpen[handle]) {
            host.forget(place(handle));
        }
        isReady[handle] = false;
        isOpen[handle] = false;
    }

    /** Opens on the host what has a handle, when it is first read or written. */
    private Outcome prepare(int handle) {
        if (isReady[handle]) {
            return Outcome.DONE;
        }
        Outcome outcome = openThere(handle, isWritable && !isDirectory[handle] ? Host.READ_WRITE : Host.READ_ONLY);
        if ((outcome == Outcome.READ_ONLY || outcome == Outcome.DENIED) && isWritable && !isDirectory[handle]) {
            outcome = openThere(handle, Host.READ_ONLY);
        }
        isReady[handle] = outcome == Outcome.DONE;
        return outcome;
    }

    private Outcome openThere(int handle, int flags) {
        Outcome outcome = host.walk(place(handle), OPEN + handle, ways[handle], 0, 0);
        if (outcome == Outcome.DONE) {
            outcome = host.open(OPEN + handle, flags);
            if (outcome != Outcome.DONE) {
                host.forget(OPEN + handle);
            }
        }
        return outcome;
    }

    private Outcome prepareFile(int handle) {
        Outcome outcome = find(handle);
        return outcome != Outcome.DONE ? outcome : isDirectory[handle] ? Outcome.NOT_A_FILE : prepare(handle);
    }

    @Override
    protected Answer read(int handle, long position, int count, Window to, long offset) {
        Outcome outcome = prepareFile(handle);
        if (outcome != Outcome.DONE) {
            return refuse(outcome);
        }
        int came = host.read(OPEN + handle, position, count);
        if (came < 0) {
            return refuse(host.lastOutcome());
        }
        boolean isCopied = came == 0 || WindowCopy.write(to, offset, wire.memory(), host.bytesAt, came) == KernelError.NONE;
        return isCopied ? answerRead(came) : refuse(Outcome.BAD_WINDOW);
    }

    @Override
    protected Answer list(int handle, long position) {
        Outcome outcome = findDirectory(handle);
        outcome = outcome == Outcome.DONE ? prepare(handle) : outcome;
        outcome = outcome == Outcome.DONE ? host.list(OPEN + handle, position) : outcome;
        return outcome == Outcome.DONE ? answerList(host.entryNext(), host.entryNumber(), entryName) : refuse(outcome);
    }

    @Override
    protected Answer write(int handle, long position, int count, Window from, long offset) {
        Outcome outcome = permit(prepareFile(handle));
        outcome = outcome == Outcome.DONE ? transfer(OPEN + handle, position, count, from, offset) : outcome;
        return outcome == Outcome.DONE ? answerWrite() : refuse(outcome);
    }

    private Outcome transfer(int fid, long position, int count, Window from, long offset) {
        for (int done = 0; done < count;) {
            long place = host.beginWrite(fid, position + done, count - done);
            if (WindowCopy.read(from, offset + done, wire.memory(), place, count - done) != KernelError.NONE) {
                return Outcome.BAD_WINDOW;
            }
            int written = host.write(count - done);
            if (written <= 0) {
                return written == 0 ? Outcome.NO_SPACE : host.lastOutcome();
            }
            done += written;
        }
        return Outcome.DONE;
    }

    @Override
    protected Answer append(int handle, int count, Window from, long offset) {
        Outcome outcome = permit(prepareFile(handle));
        outcome = outcome == Outcome.DONE ? host.look(place(handle)) : outcome;
        long position = host.attributes.size;
        outcome = outcome == Outcome.DONE ? transfer(OPEN + handle, position, count, from, offset) : outcome;
        return outcome == Outcome.DONE ? answerAppend(position) : refuse(outcome);
    }

    @Override
    protected Answer resize(int handle, long size) {
        Outcome outcome = permit(prepareFile(handle));
        outcome = outcome == Outcome.DONE ? host.set(place(handle), Host.SET_SIZE, 0, size, 0, 0, 0, 0) : outcome;
        return outcome == Outcome.DONE ? answerResize() : refuse(outcome);
    }

    @Override
    protected Answer touch(int handle) {
        Outcome outcome = permit(find(handle));
        outcome = outcome == Outcome.DONE ? host.set(place(handle), Host.SET_MODIFIED_NOW, 0, 0, 0, 0, 0, 0) : outcome;
        return outcome == Outcome.DONE ? answerTouch() : refuse(outcome);
    }

    /** Who may read, write and execute it; that it runs as its owner is not for a program to say. */
    @Override
    protected Answer setPermissions(int handle, int permissions) {
        Outcome outcome = permit(find(handle));
        outcome = outcome == Outcome.DONE ? host.set(place(handle), Host.SET_PERMISSIONS, permissions & ACCESS_PERMISSIONS, 0, 0, 0, 0, 0) : outcome;
        return outcome == Outcome.DONE ? answerSetPermissions() : refuse(outcome);
    }

    @Override
    protected Answer setOwner(int handle, long owner, long group) {
        return refuse(Outcome.READ_ONLY);
    }

    @Override
    protected Answer setTimes(int handle, long accessed, int accessedNanoseconds, long modified, int modifiedNanoseconds) {
        Outcome outcome = permit(find(handle));
        outcome = outcome == Outcome.DONE ? host.set(place(handle), Host.SET_TIMES, 0, 0, accessed, accessedNanoseconds, modified, modifiedNanoseconds) : outcome;
        return outcome == Outcome.DONE ? answerSetTimes() : refuse(outcome);
    }

    private static boolean isName(Text name) {
        boolean is = name.length() > 0 && !name.is(".") && !name.is("..");
        for (int i = 0; i < name.length(); i++) {
            is &= name.byteAt(i) != '/' && name.byteAt(i) != 0;
        }
        return is;
    }

    /** Whether a name in a directory can be changed. */
    private Outcome permitName(int directory, Text name) {
        Outcome outcome = permit(findDirectory(directory));
        return outcome == Outcome.DONE && !isName(name) ? Outcome.NO_NAME : outcome;
    }

    @Override
    protected Answer create(int directory, Text name, boolean makesDirectory) {
        Outcome outcome = permitName(directory, name);
        if (outcome == Outcome.DONE && makesDirectory) {
            outcome = host.makeDirectory(place(directory), name);
        } else if (outcome == Outcome.DONE) {
            outcome = host.walk(place(directory), ATTACHED + 1, name, 0, 0);
            outcome = outcome == Outcome.DONE ? host.create(ATTACHED + 1, name) : outcome;
            host.forget(ATTACHED + 1);
        }
        return outcome == Outcome.DONE ? answerCreate() : refuse(outcome);
    }

    /** A link on the host leads wherever it says there, for whoever follows it there. */
    @Override
    protected Answer link(int directory, Text name, Text to) {
        return refuse(Outcome.READ_ONLY);
    }

    @Override
    protected Answer addName(int handle, int directory, Text name) {
        return refuse(Outcome.READ_ONLY);
    }

    @Override
    protected Answer remove(int directory, Text name, boolean removesDirectory) {
        Outcome outcome = permitName(directory, name);
        outcome = outcome == Outcome.DONE ? host.remove(place(directory), name, removesDirectory) : outcome;
        return outcome == Outcome.DONE ? answerRemove() : refuse(outcome);
    }

    @Override
    protected Answer rename(int directory, Text name, int newDirectory, Text newName) {
        Outcome outcome = permitName(directory, name);
        outcome = outcome == Outcome.DONE ? permitName(newDirectory, newName) : outcome;
        outcome = outcome == Outcome.DONE ? host.rename(place(directory), name, place(newDirectory), newName) : outcome;
        return outcome == Outcome.DONE ? answerRename() : refuse(outcome);
    }

    /** What was written is with the host's kernel from then on, and on its disk for each file that is open. */
    @Override
    protected Answer sync() {
        Outcome outcome = isThere ? Outcome.DONE : Outcome.NO_DISK;
        for (int handle = 0; handle < FileSystem.HANDLES && outcome == Outcome.DONE; handle++) {
            outcome = isReady[handle] && !isDirectory[handle] ? host.sync(OPEN + handle) : outcome;
        }
        return outcome == Outcome.DONE ? answerSync() : refuse(outcome);
    }

    @Override
    protected Answer syncFile(int handle) {
        Outcome outcome = find(handle);
        outcome = outcome == Outcome.DONE ? prepare(handle) : outcome;
        outcome = outcome == Outcome.DONE ? host.sync(OPEN + handle) : outcome;
        return outcome == Outcome.DONE ? answerSyncFile() : refuse(outcome);
    }

    @Override
    protected Answer target(int from, Text path) {
        Outcome outcome = go(from, path, false);
        if (outcome == Outcome.DONE) {
            outcome = host.attributes.isLink() ? host.target(walk.here(), target) : Outcome.NOT_A_LINK;
        }
        return outcome == Outcome.DONE ? answerTarget(target) : refuse(outcome);
    }

    @Override
    protected Answer give(int handle, int number, boolean readOnly) {
        return refuse(Outcome.NO_SPACE);
    }

    @Override
    protected Answer giveAs(int handle, int number, boolean readOnly, long owner, long group) {
        return refuse(Outcome.NO_SPACE);
    }

    @Override
    protected Answer takeBack(int number) {
        return answerTakeBack();
    }

    @Override
    protected Answer space() {
        Outcome outcome = isThere ? host.space(TOP) : Outcome.NO_DISK;
        return outcome == Outcome.DONE ? answerSpace(bytes(host.blocks), bytes(host.freeBlocks), host.files, host.freeFiles, isWritable) : refuse(outcome);
    }

    private long bytes(long blocks) {
        long size = Math.max(1, host.blockBytes);
        return blocks < 0 || blocks > Long.MAX_VALUE / size ? Long.MAX_VALUE : blocks * size;
    }

    @Override
    protected Answer problem() {
        return answerProblem(target.clear());
    }
}
