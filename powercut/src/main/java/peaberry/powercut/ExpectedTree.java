package peaberry.powercut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaberry.churn.Workload;
import peaberry.runtime.Text;
import peaberry.standin.Texts;

/** What must be on the disk after so many operations of a workload. */
final class ExpectedTree {

    /**
     * A change to the tree by one operation.
     *
     * @param after   what is at some paths from then on, null for nothing
     * @param added   how many bytes are added to the only one of them; 0 if something else is done
     */
    record Change(Map<String, byte[]> after, int added) {

        /** Whether a part of this was done: of bytes that are added, the first ones may be there without the others. */
        boolean isBegun(String path, byte[] there) {
            byte[] all = after.get(path);
            return added > 0 && all != null && there != null && there.length >= all.length - added && there.length < all.length
                    && Arrays.equals(there, Arrays.copyOf(all, there.length));
        }
    }

    private final Map<String, byte[]> contents = new HashMap<>();
    private long operations;

    ExpectedTree() {
        contents.put(FileTree.LOST_AND_FOUND, FileTree.DIRECTORY);
    }

    /** What all operations of a workload change, one after the other. */
    static List<Change> changes(long seed) {
        ExpectedTree tree = new ExpectedTree();
        Workload workload = new Workload().start(seed);
        List<Change> changes = new ArrayList<>();
        while (workload.next()) {
            Change change = tree.change(workload);
            tree.apply(change);
            changes.add(change);
        }
        return changes;
    }

    private Change change(Workload workload) {
        Map<String, byte[]> after = new HashMap<>();
        String directory = directory(workload.directory());
        String path = path(workload.directory(), workload.name());
        switch (workload.kind()) {
            case MAKE_DIRECTORY -> after.put(directory, FileTree.DIRECTORY);
            case CREATE -> after.put(path, new byte[0]);
            case REMOVE -> after.put(path, null);
            case SHORTEN -> after.put(path, Arrays.copyOf(contents.get(path), (int) workload.position()));
            case APPEND -> after.put(path, longer(contents.get(path), workload));
            case RENAME -> {
                after.put(path, null);
                after.put(path(workload.newDirectory(), workload.newName()), contents.get(path));
            }
            case KILL_DRIVER, KILL_SERVER, SYNC, END -> {
                return new Change(after, 0);
            }
        }
        return new Change(after, workload.kind() == Workload.Kind.APPEND ? workload.bytes() : 0);
    }

    private static byte[] longer(byte[] before, Workload workload) {
        byte[] after = Arrays.copyOf(before, before.length + workload.bytes());
        for (int i = before.length; i < after.length; i++) {
            after[i] = (byte) Workload.byteAt(workload.number(), i);
        }
        return after;
    }

    private static String directory(int directory) {
        return Texts.string(Workload.appendDirectoryTo(new Text(80), directory));
    }

    private static String path(int directory, int name) {
        return directory(directory) + "/" + Texts.string(Workload.appendNameTo(new Text(80), name));
    }

    /** Goes on with an operation. */
    void apply(Change change) {
        change.after.forEach((path, bytes) -> {
            if (bytes == null) {
                contents.remove(path);
            } else {
                contents.put(path, bytes);
            }
        });
        operations++;
    }

    /** After how many operations it is so. */
    long operations() {
        return operations;
    }

    /** By path. */
    Map<String, byte[]> contents() {
        return contents;
    }
}
