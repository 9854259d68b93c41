package peaberry.powercut;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import peaberry.powercut.ExpectedTree.Change;

/** Whether what is on a disk is what must have been there after one of the operations that may have been the last. */
final class Comparison {

    private final Map<String, byte[]> found;
    private final Set<String> differing = new TreeSet<>();

    private Comparison(Map<String, byte[]> found) {
        this.found = found;
    }

    /**
     * Compares.
     *
     * @param least   what was there when it was last synced
     * @param changes of all operations
     * @param last    how many of them there were at most
     * @return what differs in the end; empty if there was a time when nothing did
     */
    static Set<String> of(Map<String, byte[]> found, ExpectedTree least, List<Change> changes, long last) {
        Comparison comparison = new Comparison(found);
        least.contents().forEach(comparison::compare);
        found.keySet().stream().filter(path -> !least.contents().containsKey(path)).forEach(comparison.differing::add);
        for (long i = least.operations(); i < last && !comparison.differing.isEmpty(); i++) {
            Change change = changes.get((int) i);
            if (comparison.differing.size() == 1 && comparison.differing.stream().allMatch(path -> change.isBegun(path, found.get(path)))) {
                return Set.of();
            }
            change.after().forEach(comparison::compare);
        }
        return comparison.differing;
    }

    private void compare(String path, byte[] expected) {
        byte[] there = found.get(path);
        boolean isDirectory = expected == FileTree.DIRECTORY || there == FileTree.DIRECTORY;
        boolean same = isDirectory ? expected == there : Arrays.equals(expected, there);
        if (same) {
            differing.remove(path);
        } else {
            differing.add(path);
        }
    }
}
