package peaberry.files;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystem;
import peaberry.files.disk.ChunkCache;
import peaberry.files.disk.Storage;
import peaberry.files.ext4.Contents;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.LinkTarget;
import peaberry.files.ext4.Listing;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Region;
import peaberry.runtime.Text;
import peaberry.standin.HostMemory;
import peaberry.standin.Texts;

/** Reads a disk with the server's classes, without its process. What goes wrong is an {@link Trouble}. */
final class DiskReader {

    /** What is on the disk cannot be read. */
    static final class Trouble extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        Trouble(Outcome outcome, String where) {
            super(outcome + " at " + where);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    private static final int CHUNKS = 64;

    private final Storage storage;
    private final Volume volume;
    private final Walk walk;

    DiskReader(byte[] image) {
        this(new ImageStorage(image, memory()));
    }

    /** @param storage whose memory is that of the reader that was made last: there is one machine */
    DiskReader(Storage storage) {
        this.storage = storage;
        volume = new Volume(storage);
        walk = new Walk(volume, new Identity());
        check(volume.mount(), "mount: the disk " + Texts.string(volume.appendProblemTo(new Text(200))));
    }

    /** Memory for a cache. */
    static Region memory() {
        return memory(CHUNKS);
    }

    static Region memory(int chunks) {
        return new HostMemory().region("cache", (long) chunks * ChunkCache.CHUNK_BYTES);
    }

    /** Mounts a disk that fails after some writes. @return whether they were enough */
    static boolean isMountedWithin(byte[] image, int writes) {
        ImageStorage storage = new ImageStorage(image, memory());
        storage.writesLeft = writes;
        return new Volume(storage).mount() == Outcome.DONE;
    }

    static void check(Outcome outcome, String where) {
        if (outcome != Outcome.DONE) {
            throw new Trouble(outcome, where);
        }
    }

    static String digest(byte[] bytes) {
        try {
            return bytes.length + " bytes " + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Volume volume() {
        return volume;
    }

    /** Of one whose disk is in an array. */
    ImageStorage storage() {
        return (ImageStorage) storage;
    }

    /** Where {@link #go} led. */
    Inode inode() {
        return walk.inode();
    }

    /** What a path leads to. */
    Inode inode(String path) {
        check(go(path, true), path);
        return inode();
    }

    Outcome go(String path, boolean follow) {
        return walk.go(Volume.ROOT, Volume.ROOT, Texts.of(path), follow);
    }

    NodeType type(String path) {
        check(go(path, true), path);
        return inode().type();
    }

    byte[] read(String path) {
        check(go(path, true), path);
        return piece(0, (int) inode().size());
    }

    /** A part of a file. */
    byte[] read(String path, long position, int count) {
        check(go(path, true), path);
        return piece(position, count);
    }

    /** Bytes of the file that {@link #go} led to. */
    byte[] piece(long position, int count) {
        return bytes(inode(), position, count);
    }

    private byte[] bytes(Inode inode, long position, int count) {
        Contents contents = new Contents(volume);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count) {
            check(contents.find(inode, position + bytes.size(), count - bytes.size()), "byte " + (position + bytes.size()) + " of inode " + inode.number());
            for (int i = 0; i < contents.bytes(); i++) {
                bytes.write(contents.memory().unsignedByte(contents.offset() + i));
            }
        }
        return bytes.toByteArray();
    }

    /** All that is on the disk by its path: a directory, where a link leads, or what is in a file. */
    Map<String, String> everything() {
        Map<String, String> found = new TreeMap<>();
        addDirectory(Volume.ROOT, "", found);
        return found;
    }

    private void addDirectory(long number, String path, Map<String, String> found) {
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
            throw new Trouble(outcome, path);
        }
    }

    private void add(long number, String path, Map<String, String> found) {
        Inode inode = new Inode(volume);
        check(inode.read(number), path);
        switch (inode.type()) {
            case DIRECTORY -> {
                found.put(path, NodeType.DIRECTORY.toString());
                addDirectory(number, path, found);
            }
            case LINK -> {
                LinkTarget target = new LinkTarget(volume);
                check(target.read(inode), path);
                found.put(path, "-> " + Texts.string(target.text()));
            }
            case FILE -> found.put(path, digest(bytes(inode, 0, (int) inode.size())));
            default -> found.put(path, inode.type().toString());
        }
    }
}
