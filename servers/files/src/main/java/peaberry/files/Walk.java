package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.PathNames;
import peaberry.files.ext4.Directory;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.LinkTarget;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Text;

/**
 * Goes along a path. The directories on the way are kept, and {@code ..} goes back to the one before: what the disk says is above a directory is never
 * asked for, so no path leads out of where it begins. Nor does a name say anything that is in a directory which may not be searched.
 */
final class Walk {

    /** As with Linux. */
    private static final int MAX_LINKS = 40;
    private static final int MAX_DEPTH = FileSystem.MAX_PATH;

    private final Directory directory;
    private final LinkTarget target;
    private final Inode inode;
    private final Identity identity;
    private final long[] way = new long[MAX_DEPTH];
    private int depth;
    private long root;
    private int links;
    /** What is still to go, and what it becomes when a link is in it. */
    private Text path = new Text(FileSystem.MAX_PATH + FileSystem.MAX_TARGET);
    private Text other = new Text(FileSystem.MAX_PATH + FileSystem.MAX_TARGET);
    private final PathNames names = new PathNames();

    /** @param identity as whom it goes, which changes */
    Walk(Volume volume, Identity identity) {
        this.identity = identity;
        directory = new Directory(volume);
        target = new LinkTarget(volume);
        inode = new Inode(volume);
    }

    /**
     * Goes along a path to {@link #inode()}.
     *
     * @param root   where absolute paths begin
     * @param from   where others do
     * @param follow whether a link at the end is followed
     */
    Outcome go(long root, long from, Text path, boolean follow) {
        this.root = root;
        this.path.clear().append(path);
        names.begin(this.path);
        links = 0;
        begin(path.length() > 0 && path.byteAt(0) == '/' ? root : from);
        Outcome outcome = inode.read(way[0]);
        while (outcome == Outcome.DONE && names.next()) {
            outcome = step(follow);
        }
        boolean wantsDirectory = this.path.length() > 0 && this.path.byteAt(this.path.length() - 1) == '/';
        return outcome == Outcome.DONE && wantsDirectory && inode.type() != NodeType.DIRECTORY ? Outcome.NOT_A_DIRECTORY : outcome;
    }

    private void begin(long number) {
        way[0] = number;
        depth = 1;
    }

    private Outcome step(boolean follow) {
        if (inode.type() != NodeType.DIRECTORY) {
            return Outcome.NOT_A_DIRECTORY;
        }
        if (!identity.may(inode, Identity.SEARCH)) {
            return Outcome.DENIED;
        }
        if (names.length() > FileSystem.MAX_NAME) {
            return Outcome.TOO_LONG;
        }
        if (names.isDots(1)) {
            return Outcome.DONE;
        }
        if (names.isDots(2)) {
            depth = Math.max(1, depth - 1);
            return inode.read(way[depth - 1]);
        }
        Outcome outcome = directory.find(inode, path, names.start(), names.end());
        if (outcome == Outcome.DONE) {
            outcome = inode.read(directory.number());
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        return inode.type() == NodeType.LINK && (follow || !isLast()) ? followLink() : descend();
    }

    /** A path that ends with {@code /} goes on: to the directory itself. */
    private boolean isLast() {
        return names.end() == path.length();
    }

    private Outcome descend() {
        if (depth == MAX_DEPTH) {
            return Outcome.TOO_LONG;
        }
        way[depth++] = inode.number();
        return Outcome.DONE;
    }

    /** Goes on where the link leads, from the directory that it is in. */
    private Outcome followLink() {
        if (++links > MAX_LINKS) {
            return Outcome.TOO_MANY_LINKS;
        }
        Outcome outcome = target.read(inode);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        other.clear().append(target.text()).append(path, names.end(), path.length());
        if (other.isTruncated()) {
            return Outcome.TOO_LONG;
        }
        Text before = path;
        path = other;
        other = before;
        names.begin(path);
        if (path.byteAt(0) == '/') {
            begin(root);
        }
        return inode.read(way[depth - 1]);
    }

    /** Where the path led. */
    Inode inode() {
        return inode;
    }
}
