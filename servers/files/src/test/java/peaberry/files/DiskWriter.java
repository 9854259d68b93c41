package peaberry.files;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.Storage;
import peaberry.files.ext4.Changes;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Region;
import peaberry.runtime.Text;
import peaberry.standin.Texts;

/** Writes a disk with the server's classes, without its process. */
final class DiskWriter {

    private static final long NOW = 1_795_000_000_123_456_789L;
    private static final int MOST_BYTES = 64 << 10;

    private final DiskReader reader;
    private final Changes changes;
    private final Inode inode;
    private final Random random;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<String> directories = new ArrayList<>(List.of(""));
    private byte[] written = {};
    private boolean appends;
    private int made;
    private int generation;

    DiskWriter(byte[] image, long seed) {
        this(new ImageStorage(image, DiskReader.memory()), seed);
    }

    /** One whose disk remembers what was written. */
    static DiskWriter recording(byte[] image, long seed) {
        return new DiskWriter(new RecordingStorage(image, DiskReader.memory()), seed);
    }

    DiskWriter(Storage storage, long seed) {
        reader = new DiskReader(storage);
        generation = (int) seed;
        changes = new Changes(reader.volume(), () -> generation++);
        inode = new Inode(reader.volume());
        random = new Random(seed);
    }

    DiskReader reader() {
        return reader;
    }

    /** Of {@link #recording}. */
    RecordingStorage storage() {
        return (RecordingStorage) reader.storage();
    }

    Volume volume() {
        return reader.volume();
    }

    Outcome create(String directory, String name, NodeType type) {
        DiskReader.check(reader.go(directory, true), directory);
        DiskReader.check(inode.read(reader.inode().number()), directory);
        Text text = Texts.of(name);
        return changes.create(inode, text, type, 0, 0, NOW);
    }

    Outcome write(String path, long position, int count) {
        return write(path, position, count, Integer.MAX_VALUE);
    }

    /** A write whose source fails in its midst. */
    Outcome writeHalf(String path, long position, int count) {
        return write(path, position, count, count / 2);
    }

    /** A write whose source fails when it is asked for more. */
    Outcome writeUpTo(String path, long position, int count, int most) {
        return write(path, position, count, most);
    }

    private Outcome write(String path, long position, int count, long most) {
        DiskReader.check(reader.go(path, true), path);
        DiskReader.check(inode.read(reader.inode().number()), path);
        written = new byte[count];
        random.nextBytes(written);
        return changes.write(inode, position, count, (Region memory, long offset, int bytes, long done) -> {
            for (int i = 0; i < bytes; i++) {
                memory.setByte(offset + i, written[(int) done + i]);
            }
            return done + bytes <= most;
        }, NOW);
    }

    /** The bytes of the last write. */
    byte[] written() {
        return written;
    }

    /** Of a path: the directory becomes {@link #inode}. @return the name */
    private Text parent(String path) {
        String directory = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        DiskReader.check(reader.go(directory, true), directory);
        DiskReader.check(inode.read(reader.inode().number()), directory);
        return Texts.of(path.substring(path.lastIndexOf('/') + 1));
    }

    Outcome remove(String path, boolean directory) {
        Text name = parent(path);
        return changes.remove(inode, name, directory, NOW);
    }

    Outcome link(String path, String target) {
        Text name = parent(path);
        return changes.link(inode, name, Texts.of(target), 0, 0, NOW);
    }

    Outcome addLink(String file, String path) {
        Text name = parent(path);
        Inode it = new Inode(volume());
        DiskReader.check(reader.go(file, false), file);
        DiskReader.check(it.read(reader.inode().number()), file);
        return changes.addLink(it, inode, name, NOW);
    }

    Outcome rename(String from, String to) {
        Text newName = parent(to);
        Inode target = new Inode(volume());
        DiskReader.check(target.read(inode.number()), to);
        Text name = parent(from);
        return changes.rename(inode, name, target, newName, NOW);
    }

    Outcome resize(String path, long size) {
        DiskReader.check(reader.go(path, true), path);
        DiskReader.check(inode.read(reader.inode().number()), path);
        return changes.resize(inode, size, NOW);
    }

    /** Says of a file whose it is, who may do what, and when it was read and changed. */
    Outcome describe(String path, int permissions, long owner, long group, long accessed, long modified, int nanoseconds) {
        DiskReader.check(reader.go(path, true), path);
        DiskReader.check(inode.read(reader.inode().number()), path);
        DiskReader.check(changes.setOwner(inode, owner, group, NOW), path);
        DiskReader.check(changes.setPermissions(inode, permissions, NOW), path);
        return changes.setTimes(inode, accessed, nanoseconds, modified, nanoseconds, NOW);
    }

    Outcome giveUpOrphans() {
        return changes.giveUpOrphans(NOW);
    }

    long size(String path) {
        DiskReader.check(reader.go(path, true), path);
        return reader.inode().size();
    }

    /** What is made from here on has numbers in its names from this one on. */
    void nameFrom(int first) {
        made = first;
    }

    /** Does anything that leaves what was written before as it is. @param expected what {@link DiskReader#everything} is to find then */
    void appendMany(int operations, Map<String, String> expected) {
        appends = true;
        makeMany(operations, expected);
    }

    /** Does anything so many times. @param expected what {@link DiskReader#everything} is to find then */
    void makeMany(int operations, Map<String, String> expected) {
        directories.clear();
        directories.add("");
        expected.forEach((path, what) -> {
            if (what.equals(NodeType.DIRECTORY.toString())) {
                directories.add(path);
            }
        });
        for (int i = 0; i < operations; i++) {
            String directory = directories.get(random.nextInt(directories.size()));
            String path = (directory.isEmpty() ? "" : directory + "/") + "made " + made++ + "x".repeat(random.nextInt(40));
            String name = path.substring(path.lastIndexOf('/') + 1);
            int what = random.nextInt(14);
            if (what >= 10 && !contents.isEmpty()) {
                changeNames(what, path, expected);
            } else if (what == 0) {
                DiskReader.check(create(directory, name, NodeType.DIRECTORY), path);
                expected.put(path, NodeType.DIRECTORY.toString());
                directories.add(path);
            } else if (what < 5 || contents.isEmpty()) {
                DiskReader.check(create(directory, name, NodeType.FILE), path);
                contents.put(path, new byte[0]);
                expected.put(path, DiskReader.digest(new byte[0]));
            } else {
                List<String> files = contents.keySet().stream().sorted().toList();
                String file = files.get(random.nextInt(files.size()));
                writeSomething(file);
                expected.put(file, DiskReader.digest(contents.get(file)));
            }
            if (!appends && random.nextInt(40) == 0) {
                DiskReader.check(volume().commit(), "commit");
            }
        }
    }

    /** Removes, renames, links, shortens. */
    private void changeNames(int what, String path, Map<String, String> expected) {
        List<String> files = contents.keySet().stream().sorted().toList();
        String file = files.get(random.nextInt(files.size()));
        switch (what) {
            case 10 -> {
                DiskReader.check(remove(file, false), file);
                contents.remove(file);
                expected.remove(file);
            }
            case 11 -> {
                String to = random.nextBoolean() ? path : files.get(random.nextInt(files.size()));
                DiskReader.check(rename(file, to), file + " to " + to);
                contents.put(to, contents.get(file));
                expected.put(to, expected.get(file));
                if (!to.equals(file)) {
                    contents.remove(file);
                    expected.remove(file);
                }
            }
            case 12 -> {
                String target = "t".repeat(1 + random.nextInt(120));
                DiskReader.check(link(path, target), path);
                expected.put(path, "-> " + target);
            }
            default -> {
                if (!appends) {
                    byte[] bytes = Arrays.copyOf(contents.get(file), random.nextInt(contents.get(file).length * 2 + 10));
                    DiskReader.check(resize(file, bytes.length), file);
                    contents.put(file, bytes);
                    expected.put(file, DiskReader.digest(bytes));
                }
            }
        }
    }

    private void writeSomething(String file) {
        byte[] before = contents.get(file);
        int position = appends || random.nextInt(3) == 0 ? before.length : random.nextInt(before.length + 20_000);
        int count = 1 + random.nextInt(random.nextInt(3) == 0 ? MOST_BYTES : 3_000);
        DiskReader.check(write(file, position, count), file);
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        after.writeBytes(Arrays.copyOf(before, Math.max(before.length, position + count)));
        byte[] bytes = after.toByteArray();
        System.arraycopy(written, 0, bytes, position, count);
        contents.put(file, bytes);
    }
}
