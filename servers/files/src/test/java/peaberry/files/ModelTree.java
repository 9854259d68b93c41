package peaberry.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.file.FileSystem.Outcome;

/** Files of which only is known what permissions are about, and what POSIX lets somebody do with them: the long way, so that it is another one than the server's. */
final class ModelTree {

    static final class Node {

        final boolean isDirectory;
        int mode;
        long owner;
        long group;
        int links = 1;
        final Map<String, Node> names = new TreeMap<>();

        Node(boolean isDirectory, Who who) {
            this.isDirectory = isDirectory;
            mode = isDirectory ? 0755 : 0644;
            owner = who.isSystem ? 0 : who.user;
            group = who.isSystem ? 0 : who.group;
        }

        boolean isSticky() {
            return (mode & 01000) != 0;
        }
    }

    record Who(String name, boolean isSystem, long user, long group) {

        /** @param what one of r, w, x */
        boolean may(Node node, char what) {
            int bit = switch (what) {
                case 'r' -> 0444;
                case 'w' -> 0222;
                default -> 0111;
            };
            int theirs = user == node.owner ? 0700 : group == node.group ? 0070 : 0007;
            return isSystem || (node.mode & bit & theirs) != 0;
        }

        boolean owns(Node node) {
            return isSystem || user == node.owner;
        }
    }

    final Node top = new Node(true, new Who("system", true, 0, 0));
    /** What the last {@link #go} found. */
    private Node found = top;

    Node found() {
        return found;
    }

    /** Goes along a path that begins at a directory and does not leave it. */
    Outcome go(Who who, Node from, String path) {
        List<Node> way = new ArrayList<>(List.of(from));
        for (String name : path.split("/")) {
            Node at = way.getLast();
            if (name.isEmpty()) {
                continue;
            }
            if (!at.isDirectory || !who.may(at, 'x')) {
                return at.isDirectory ? Outcome.DENIED : Outcome.NOT_A_DIRECTORY;
            }
            if (name.equals("..")) {
                if (way.size() > 1) {
                    way.removeLast();
                }
            } else if (at.names.containsKey(name)) {
                way.add(at.names.get(name));
            } else {
                return Outcome.NOT_FOUND;
            }
        }
        found = way.getLast();
        return Outcome.DONE;
    }

    /** Whether somebody may change names in something, of which one is given. */
    private static Outcome mayChange(Who who, Node directory, String name) {
        if (!directory.isDirectory) {
            return Outcome.NOT_A_DIRECTORY;
        }
        if (name.equals("..")) {
            return Outcome.NO_NAME;
        }
        return who.may(directory, 'w') && who.may(directory, 'x') ? Outcome.DONE : Outcome.DENIED;
    }

    private static boolean isKept(Who who, Node directory, Node node) {
        return directory.isSticky() && !who.owns(directory) && !who.owns(node);
    }

    static Outcome create(Who who, Node directory, String name, boolean isDirectory) {
        Outcome outcome = mayChange(who, directory, name);
        if (outcome == Outcome.DONE && directory.names.containsKey(name)) {
            outcome = Outcome.EXISTS;
        }
        if (outcome == Outcome.DONE) {
            directory.names.put(name, new Node(isDirectory, who));
        }
        return outcome;
    }

    static Outcome addName(Who who, Node file, Node directory, String name) {
        Outcome outcome = mayChange(who, directory, name);
        if (outcome == Outcome.DONE && !who.owns(file) && (file.isDirectory || !who.may(file, 'r') || !who.may(file, 'w'))) {
            outcome = Outcome.DENIED;
        }
        if (outcome == Outcome.DONE) {
            outcome = file.isDirectory ? Outcome.IS_A_DIRECTORY : directory.names.containsKey(name) ? Outcome.EXISTS : Outcome.DONE;
        }
        if (outcome == Outcome.DONE) {
            directory.names.put(name, file);
            file.links++;
        }
        return outcome;
    }

    static Outcome remove(Who who, Node directory, String name, boolean wantsDirectory) {
        Outcome outcome = mayChange(who, directory, name);
        Node node = directory.names.get(name);
        if (outcome == Outcome.DONE) {
            outcome = node == null ? Outcome.NOT_FOUND : isKept(who, directory, node) ? Outcome.DENIED : isRemovable(node, wantsDirectory);
        }
        if (outcome == Outcome.DONE) {
            directory.names.remove(name).links--;
        }
        return outcome;
    }

    private static Outcome isRemovable(Node node, boolean wantsDirectory) {
        if (!node.isDirectory) {
            return wantsDirectory ? Outcome.NOT_A_DIRECTORY : Outcome.DONE;
        }
        return !wantsDirectory ? Outcome.IS_A_DIRECTORY : node.names.isEmpty() ? Outcome.DONE : Outcome.NOT_EMPTY;
    }

    static Outcome rename(Who who, Node from, String name, Node to, String newName) {
        Outcome outcome = mayChange(who, to, newName);
        if (outcome == Outcome.DONE) {
            outcome = mayChange(who, from, name);
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        Node moved = from.names.get(name);
        Node replaced = to.names.get(newName);
        if (moved == null) {
            return Outcome.NOT_FOUND;
        }
        boolean isTurned = moved.isDirectory && from != to && !who.may(moved, 'w');
        if (isKept(who, from, moved) || isTurned || replaced != null && isKept(who, to, replaced)) {
            return Outcome.DENIED;
        }
        if (from != to && isWithin(moved, to)) {
            return Outcome.WITHIN_ITSELF;
        }
        if (replaced == moved) {
            return Outcome.DONE;
        }
        outcome = replaced == null ? Outcome.DONE : isRemovable(replaced, moved.isDirectory);
        if (outcome == Outcome.DONE) {
            if (replaced != null) {
                replaced.links--;
            }
            from.names.remove(name);
            to.names.put(newName, moved);
        }
        return outcome;
    }

    private static boolean isWithin(Node directory, Node other) {
        return directory == other || directory.names.values().stream().anyMatch(each -> isWithin(each, other));
    }

    static Outcome setPermissions(Who who, Node node, int mode) {
        if (!who.owns(node)) {
            return Outcome.DENIED;
        }
        node.mode = who.isSystem || who.group == node.group ? mode : mode & 05777;
        return Outcome.DONE;
    }

    static Outcome setOwner(Who who, Node node, long owner, long group) {
        boolean isAllowed = who.isSystem || who.owns(node) && owner == node.owner && (group == node.group || group == who.group);
        if (!isAllowed) {
            return Outcome.DENIED;
        }
        node.owner = owner;
        node.group = group;
        changed(node);
        return Outcome.DONE;
    }

    static void changed(Node node) {
        if (!node.isDirectory) {
            node.mode &= 01777;
        }
    }
}
