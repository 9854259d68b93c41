package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.process.Refusals;
import peaberry.runtime.Text;
import peaberry.sh.system.Utf8;

/** The files that the process was given, by absolute paths. What is asked of them here is about one path; what is open has a handle. */
final class Tree {

    private final Namespace namespace = new Namespace();
    private final boolean[][] taken = new boolean[Namespace.MOST][FileSystem.HANDLES];

    /** Where a path leads: to a tree, and from its top along the rest. */
    record Place(int tree, FileSystemClient files, Text rest) {
    }

    /** A file or directory that is open in a tree. */
    record Handle(int tree, FileSystemClient files, int number) {
    }

    /** A directory that is open, and a name in it. */
    record Parent(Handle directory, String name) {
    }

    Tree() {
        namespace.open();
    }

    int trees() {
        return namespace.trees();
    }

    FileSystemClient tree(int number) {
        return namespace.tree(number);
    }

    Text place(int number) {
        return namespace.place(number);
    }

    static Text text(String string) {
        byte[] bytes = Utf8.encode(string);
        Text text = new Text(bytes.length);
        for (byte each : bytes) {
            text.appendByte(each);
        }
        return text;
    }

    static String string(Text text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(i);
        }
        return Utf8.decode(bytes);
    }

    /** Whether a path leads into a tree, and not only to what is on the way to some. */
    boolean isWithinOne(String path) {
        return namespace.find(text(path)) != Namespace.NONE;
    }

    Place find(String path) throws IOException {
        return find(path, Refusals.READ);
    }

    /** @param need what would be needed, if it is not there: {@link Refusals#READ} or {@link Refusals#WRITE} */
    Place find(String path, String need) throws IOException {
        Text text = text(path);
        int tree = namespace.find(text);
        if (tree == Namespace.NONE) {
            Refusals.tell(need, text(Paths.plain(path)));
            throw new IOException("not permitted: no such file was given");
        }
        Text rest = new Text(Math.max(1, namespace.rest().length()));
        rest.append(namespace.rest());
        if (rest.length() > FileSystem.MAX_PATH) {
            throw new IOException("the path is too long");
        }
        return new Place(tree, namespace.tree(tree), rest);
    }

    /** Opens what is there. @return null if there is nothing of that name */
    Handle open(Place place) throws IOException {
        Handle handle = take(place);
        Outcome outcome = place.files.open(FileSystem.ROOT, place.rest, handle.number);
        if (outcome == Outcome.DONE) {
            return handle;
        }
        taken[handle.tree][handle.number] = false;
        if (outcome == Outcome.NOT_FOUND) {
            return null;
        }
        throw failure(outcome);
    }

    private Handle take(Place place) throws IOException {
        for (int number = 1; number < FileSystem.HANDLES; number++) {
            if (!taken[place.tree][number]) {
                taken[place.tree][number] = true;
                return new Handle(place.tree, place.files, number);
            }
        }
        throw new IOException("too many files are open");
    }

    void close(Handle handle) {
        handle.files.close(handle.number);
        taken[handle.tree][handle.number] = false;
    }

    /** Makes an empty file where there is none, and opens it. @param whole the path, for who is told if that is refused */
    Handle create(Place place, String whole) throws IOException {
        if (string(place.rest).endsWith("/")) {
            throw failure(Outcome.IS_A_DIRECTORY);
        }
        Parent parent = openParent(place);
        Outcome outcome = place.files.create(parent.directory.number, text(parent.name), false);
        close(parent.directory);
        if (outcome != Outcome.DONE) {
            throw refused(whole, outcome);
        }
        Handle made = open(place);
        if (made == null) {
            throw failure(Outcome.NOT_FOUND);
        }
        return made;
    }

    /** Opens the directory in which a place's last name is, or is to be. Slashes behind it are those of a directory. */
    Parent openParent(Place place) throws IOException {
        String path = string(place.rest);
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        int slash = path.lastIndexOf('/', end - 1);
        Handle directory = open(new Place(place.tree, place.files, text(path.substring(0, Math.max(0, slash)))));
        if (directory == null) {
            throw failure(Outcome.NOT_FOUND);
        }
        return new Parent(directory, path.substring(slash + 1, end));
    }

    /** The names that are mounted just below the place that was found last. */
    List<String> mountedBelow() {
        List<String> names = new ArrayList<>();
        Text name = new Text(FileSystem.MAX_NAME);
        for (int tree = 0; tree < namespace.trees(); tree++) {
            if (namespace.isBelow(tree, name.clear())) {
                names.add(string(name));
            }
        }
        return names;
    }

    /** As {@link #failure}, of what was to change something; a want of rights is told. */
    static IOException refused(String path, Outcome outcome) {
        if (outcome == Outcome.READ_ONLY) {
            Refusals.tell(Refusals.WRITE, text(Paths.plain(path)));
        }
        return failure(outcome);
    }

    /** Why something did not work, in a user's words. */
    static IOException failure(Outcome outcome) {
        return new IOException(switch (outcome) {
            case NOT_FOUND -> "no such file or directory";
            case NOT_A_DIRECTORY -> "not a directory";
            case IS_A_DIRECTORY, NOT_A_FILE -> "is a directory";
            case EXISTS -> "there is one already";
            case NOT_EMPTY -> "the directory is not empty";
            case NOT_A_LINK -> "not a link";
            case WITHIN_ITSELF -> "a directory cannot be within itself";
            case NO_NAME -> "that is no name for a file";
            case READ_ONLY -> "not permitted: it can only be read";
            case DENIED -> "permission denied";
            case NO_SPACE -> "no room left";
            case TOO_MANY_LINKS -> "links lead to links without end";
            case TOO_LONG -> "a name is too long";
            case DAMAGED, DEVICE_ERROR -> "the disk is damaged there";
            case NO_DISK -> "there is no disk";
            case NOT_OPEN -> "it is gone, or was taken back";
            default -> "the file server says " + outcome;
        });
    }
}
