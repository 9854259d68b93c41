package peaberry.managed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileAccessor;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.runtime.Text;

/** What a path leads to, or would lead to. */
final class MountedFile implements VirtualFile {

    private static final long MILLISECONDS = 1000;
    private static final int WRITE_PERMISSIONS = 0222;

    private final String path;

    /** @param path from the top, without {@code .} and {@code ..} */
    MountedFile(String path) {
        this.path = path;
    }

    @Override
    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Looks at it. @return the client that knows now what is there; null if nothing is */
    private FileSystemClient look() {
        int tree = Trees.find(path);
        return tree != Namespace.NONE && Trees.client(tree).look(FileSystem.ROOT, Trees.rest(), true) == Outcome.DONE ? Trees.client(tree) : null;
    }

    private boolean is(NodeType type) {
        FileSystemClient there = look();
        return there != null && there.lookType() == type;
    }

    @Override
    public boolean isDirectory() {
        return is(NodeType.DIRECTORY);
    }

    @Override
    public boolean isFile() {
        return is(NodeType.FILE);
    }

    @Override
    public boolean exists() {
        return look() != null;
    }

    @Override
    public boolean canRead() {
        FileSystemClient there = look();
        return there != null && (there.lookAllowed() & FileSystem.MAY_READ) != 0;
    }

    @Override
    public boolean canWrite() {
        FileSystemClient there = look();
        return there != null && (there.lookPermissions() & WRITE_PERMISSIONS) != 0 && (there.lookAllowed() & FileSystem.MAY_WRITE) != 0;
    }

    @Override
    public long lastModified() {
        FileSystemClient there = look();
        return there == null ? 0 : there.lookModified() * MILLISECONDS + there.lookModifiedNanoseconds() / 1_000_000;
    }

    @Override
    public int length() {
        FileSystemClient there = look();
        return there == null ? 0 : (int) Math.min(there.lookSize(), Integer.MAX_VALUE);
    }

    @Override
    public String[] listFiles() {
        int tree = Trees.find(path);
        if (tree == Namespace.NONE) {
            Permission.whyNotRead(path, path);
            return null;
        }
        List<String> names = new ArrayList<>();
        for (int other = 0; other < Trees.count(); other++) {
            String place = Trees.below(other);
            if (place != null) {
                names.add(place);
            }
        }
        Outcome end = withOpen(tree, Trees.rest(), (client, handle) -> list(client, handle, names));
        return end == Outcome.DONE ? names.toArray(new String[0]) : null;
    }

    private static Outcome list(FileSystemClient client, int handle, List<String> names) {
        Outcome outcome = client.list(handle, 0);
        while (outcome == Outcome.DONE) {
            String name = Trees.string(client.listName());
            if (!names.contains(name)) { // a tree may be mounted over it
                names.add(name);
            }
            outcome = client.list(handle, client.listNext());
        }
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome;
    }

    /** What is done with something that is open for that time. */
    private interface Deed {
        Outcome with(FileSystemClient client, int handle);
    }

    private static Outcome withOpen(int tree, Text rest, Deed deed) {
        FileSystemClient client = Trees.client(tree);
        int handle;
        try {
            handle = Trees.takeHandle(tree);
        } catch (IOException none) {
            return Outcome.NOT_OPEN;
        }
        Outcome outcome = client.open(FileSystem.ROOT, rest, handle);
        if (outcome == Outcome.DONE) {
            outcome = deed.with(client, handle);
        }
        Trees.giveBackHandle(tree, handle);
        return outcome;
    }

    private Outcome withOpen(Deed deed) {
        int tree = Trees.find(path);
        return tree == Namespace.NONE ? Outcome.NOT_FOUND : withOpen(tree, Trees.rest(), deed);
    }

    private MountedFile parent() {
        int end = path.lastIndexOf('/');
        return new MountedFile(end <= 0 ? MountedFiles.TOP : path.substring(0, end));
    }

    private static Text name(String name) {
        return new Text(FileSystem.MAX_NAME).append(name);
    }

    @Override
    public VirtualFileAccessor createAccessor(boolean readable, boolean writable, boolean append) {
        int tree = Trees.find(path);
        if (tree == Namespace.NONE) {
            return null;
        }
        try {
            OpenFile file = new OpenFile(path, tree, Trees.rest(), readable && writable); // a RandomAccessFile's flush is a sync, no stream's is
            if (append) {
                file.seek(file.size());
            } else if (writable && !readable) {
                file.resize(0);
            }
            return file;
        } catch (IOException impossible) {
            return null;
        }
    }

    @Override
    public boolean createFile(String fileName) throws IOException {
        Outcome outcome = withOpen((client, handle) -> client.create(handle, name(fileName), false));
        if (outcome != Outcome.EXISTS) {
            Trees.require(outcome, path + "/" + fileName);
        }
        return outcome == Outcome.DONE;
    }

    @Override
    public boolean createDirectory(String fileName) {
        return Permission.changed(withOpen((client, handle) -> client.create(handle, name(fileName), true)), path) == Outcome.DONE;
    }

    @Override
    public boolean delete() {
        boolean isDirectory = isDirectory();
        return Permission.changed(parent().withOpen((client, handle) -> client.remove(handle, name(getName()), isDirectory)), path) == Outcome.DONE;
    }

    /** Becomes the directory of a file of the same tree, under another name. */
    @Override
    public boolean adopt(VirtualFile file, String fileName) {
        MountedFile former = (MountedFile) file;
        if (Trees.find(path) != Trees.find(former.path)) {
            return false;
        }
        Outcome outcome = withOpen((client, to) -> former.parent().withOpen((same, from) -> client.rename(from, name(former.getName()), to, name(fileName))));
        return Permission.changed(outcome, path) == Outcome.DONE;
    }

    @Override
    public boolean setLastModified(long time) {
        FileSystemClient there = look();
        if (there == null) {
            return false;
        }
        long accessed = there.lookAccessed();
        int accessedNanoseconds = there.lookAccessedNanoseconds();
        return withOpen((client, handle) -> client.setTimes(handle, accessed, accessedNanoseconds, Math.floorDiv(time, MILLISECONDS),
                (int) Math.floorMod(time, MILLISECONDS) * 1_000_000)) == Outcome.DONE;
    }

    @Override
    public boolean setReadOnly(boolean readOnly) {
        FileSystemClient there = look();
        if (there == null) {
            return false;
        }
        int permissions = readOnly ? there.lookPermissions() & ~WRITE_PERMISSIONS : there.lookPermissions() | WRITE_PERMISSIONS;
        return withOpen((client, handle) -> client.setPermissions(handle, permissions)) == Outcome.DONE;
    }
}
