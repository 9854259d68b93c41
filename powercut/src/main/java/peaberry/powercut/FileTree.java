package peaberry.powercut;

import java.util.Map;
import java.util.TreeMap;
import peaberry.churn.Workload;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystem;
import peaberry.files.disk.ChunkCache;
import peaberry.files.ext4.Changes;
import peaberry.files.ext4.Contents;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.Listing;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Region;
import peaberry.runtime.Text;
import peaberry.standin.HostMemory;
import peaberry.standin.Texts;

/** Reads what is on a disk with the file server's classes. */
final class FileTree {

    /** In place of what is in a file, for a directory. */
    static final byte[] DIRECTORY = {};
    /** What {@code mke2fs} makes. */
    static final String LOST_AND_FOUND = "lost+found";

    private static final long CACHE_BYTES = 64L * ChunkCache.CHUNK_BYTES;

    private final Volume volume;
    private final Changes changes;

    /** Mounts a disk, which replays its journal. @throws Wrong if that cannot be */
    FileTree(byte[] image) throws Wrong {
        volume = new Volume(new DiskImage(image, new HostMemory().region("cache", CACHE_BYTES)));
        changes = new Changes(volume, () -> 0); // nothing is made
        check(volume.mount(), "mounting it");
    }

    /** What is not as it should be. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }

    private static void check(Outcome outcome, String what) throws Wrong {
        if (outcome != Outcome.DONE) {
            throw new Wrong(what + " ended with " + outcome);
        }
    }

    /** Ends what was begun when the power went, and the use of the disk, as the server does. */
    void end() throws Wrong {
        if (volume.hasOrphans()) {
            check(changes.giveUpOrphans(1), "giving up orphans");
        }
        check(volume.close(), "closing it");
    }

    /** All that is there, by its path: what is in a file, or {@link #DIRECTORY}. */
    Map<String, byte[]> read() throws Wrong {
        Map<String, byte[]> found = new TreeMap<>();
        read(Volume.ROOT, "", found);
        return found;
    }

    private void read(long number, String path, Map<String, byte[]> found) throws Wrong {
        Listing listing = new Listing(volume);
        Text name = new Text(FileSystem.MAX_NAME);
        Inode inode = new Inode(volume);
        check(inode.read(number), path);
        Outcome outcome = listing.seek(inode, 0);
        while (outcome == Outcome.DONE) {
            listing.appendNameTo(name.clear());
            add(listing.number(), path + (path.isEmpty() ? "" : "/") + Texts.string(name), found);
            outcome = listing.seek(inode, listing.next());
        }
        if (outcome != Outcome.NOT_FOUND) {
            check(outcome, path);
        }
    }

    private void add(long number, String path, Map<String, byte[]> found) throws Wrong {
        Inode inode = new Inode(volume);
        check(inode.read(number), path);
        if (inode.type() == NodeType.DIRECTORY) {
            found.put(path, DIRECTORY);
            if (!path.equals(LOST_AND_FOUND)) {
                read(number, path, found);
            }
        } else if (inode.type() == NodeType.FILE) {
            found.put(path, bytes(inode, path));
        } else {
            throw new Wrong(path + " is a " + inode.type());
        }
    }

    private byte[] bytes(Inode inode, String path) throws Wrong {
        if (inode.size() > Workload.ENTRIES * (long) Workload.BLOCK_BYTES) {
            throw new Wrong(path + " has " + inode.size() + " bytes");
        }
        byte[] bytes = new byte[(int) inode.size()];
        Contents contents = new Contents(volume);
        int done = 0;
        while (done < bytes.length) {
            check(contents.find(inode, done, bytes.length - done), path);
            Region memory = contents.memory();
            for (int i = 0; i < contents.bytes(); i++) {
                bytes[done + i] = (byte) memory.unsignedByte(contents.offset() + i);
            }
            done += contents.bytes();
        }
        return bytes;
    }
}
