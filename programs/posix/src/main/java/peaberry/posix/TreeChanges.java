package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.posix.Tree.Handle;
import peaberry.posix.Tree.Parent;
import peaberry.posix.Tree.Place;
import peaberry.process.Refusals;
import peaberry.sh.system.FileChanges;

/** Changes of the files that the process was given. */
final class TreeChanges implements FileChanges {

    /** New files are 0644, and directories 0755, whoever makes them. */
    private static final int MASK = 022;
    private static final int OF_DIRECTORIES = 0777 & ~MASK;
    private static final long NANOSECONDS = 1_000_000_000;

    private final Tree tree;

    TreeChanges(Tree tree) {
        this.tree = tree;
    }

    /** What is done with a name in a directory. */
    private interface InDirectory {

        Outcome with(FileSystemClient files, int directory, String name) throws IOException;
    }

    /** What is done with something that is open. */
    private interface Opened {

        Outcome with(FileSystemClient files, int handle) throws IOException;
    }

    private void in(String path, InDirectory what) throws IOException {
        Parent parent = tree.openParent(tree.find(path, Refusals.WRITE));
        try {
            check(path, what.with(parent.directory().files(), parent.directory().number(), parent.name()));
        } finally {
            tree.close(parent.directory());
        }
    }

    private void open(String path, Opened what) throws IOException {
        Handle handle = opened(path);
        try {
            check(path, what.with(handle.files(), handle.number()));
        } finally {
            tree.close(handle);
        }
    }

    private Handle opened(String path) throws IOException {
        Handle handle = tree.open(tree.find(path, Refusals.WRITE));
        if (handle == null) {
            throw Tree.failure(Outcome.NOT_FOUND);
        }
        return handle;
    }

    /** A slash behind a name is for directories. */
    private void checkSlash(String path) throws IOException {
        if (path.endsWith("/")) {
            Place place = tree.find(path);
            check(place.files().look(FileSystem.ROOT, place.rest(), true));
            check(place.files().lookType() == NodeType.DIRECTORY ? Outcome.DONE : Outcome.NOT_A_DIRECTORY);
        }
    }

    private static void check(Outcome outcome) throws IOException {
        if (outcome != Outcome.DONE) {
            throw Tree.failure(outcome);
        }
    }

    /** Of what was to change something. */
    private static void check(String path, Outcome outcome) throws IOException {
        if (outcome != Outcome.DONE) {
            throw Tree.refused(path, outcome);
        }
    }

    @Override
    public int mask() {
        return MASK;
    }

    @Override
    public void makeDirectory(String path, int permissions) throws IOException {
        in(path, (files, directory, name) -> files.create(directory, Tree.text(name), true));
        if ((permissions & ~MASK) != OF_DIRECTORIES) {
            setPermissions(path, permissions & ~MASK);
        }
    }

    @Override
    public void remove(String path) throws IOException {
        checkSlash(path);
        in(path, (files, directory, name) -> files.remove(directory, Tree.text(name), false));
    }

    @Override
    public void removeDirectory(String path) throws IOException {
        in(path, (files, directory, name) -> files.remove(directory, Tree.text(name), true));
    }

    @Override
    public void rename(String path, String newPath) throws IOException {
        checkSlash(path);
        in(path, (files, directory, name) -> {
            Parent parent = tree.openParent(tree.find(newPath, Refusals.WRITE));
            try {
                if (parent.directory().files() != files) {
                    throw new OtherFileSystemException();
                }
                return files.rename(directory, Tree.text(name), parent.directory().number(), Tree.text(parent.name()));
            } finally {
                tree.close(parent.directory());
            }
        });
    }

    /** A link itself cannot be opened, so it is what that leads to that has another name. */
    @Override
    public void link(String path, String newPath) throws IOException {
        checkSlash(newPath);
        open(path, (files, handle) -> {
            Parent parent = tree.openParent(tree.find(newPath, Refusals.WRITE));
            try {
                if (parent.directory().files() != files) {
                    throw new OtherFileSystemException();
                }
                return files.addName(handle, parent.directory().number(), Tree.text(parent.name()));
            } finally {
                tree.close(parent.directory());
            }
        });
    }

    @Override
    public void symbolicLink(String target, String path) throws IOException {
        checkSlash(path);
        in(path, (files, directory, name) -> files.link(directory, Tree.text(name), Tree.text(target)));
    }

    @Override
    public String readLink(String path) throws IOException {
        Place place = tree.find(path);
        check(place.files().target(FileSystem.ROOT, place.rest()));
        return Tree.string(place.files().targetResult());
    }

    @Override
    public void setPermissions(String path, int permissions) throws IOException {
        open(path, (files, handle) -> files.setPermissions(handle, permissions));
    }

    @Override
    public void setOwner(String path, long owner, long group, boolean follow) throws IOException {
        Place place = tree.find(path);
        if (!follow && place.files().look(FileSystem.ROOT, place.rest(), false) == Outcome.DONE && place.files().lookType() == NodeType.LINK) {
            throw new IOException("the owner of a link cannot be changed");
        }
        open(path, (files, handle) -> files.setOwner(handle, owner, group));
    }

    @Override
    public void setTimes(String path, long accessed, long modified) throws IOException {
        open(path, (files, handle) -> files.setTimes(handle, seconds(accessed), (int) Math.floorMod(accessed, NANOSECONDS),
                seconds(modified), (int) Math.floorMod(modified, NANOSECONDS)));
    }

    /** A time that can be noted. */
    private static long seconds(long nanoseconds) {
        return Math.max(FileSystem.FIRST_SECOND, Math.min(FileSystem.LAST_SECOND, Math.floorDiv(nanoseconds, NANOSECONDS)));
    }

    @Override
    public Space space(String path) throws IOException {
        Place place = tree.find(path);
        FileSystemClient files = place.files();
        check(files.look(FileSystem.ROOT, place.rest(), true));
        check(files.space());
        return new Space(Tree.string(tree.place(place.tree())), files.spaceTotal(), files.spaceFree(), files.spaceNodes(), files.spaceFreeNodes());
    }

    @Override
    public List<String> mounts() {
        List<String> places = new ArrayList<>();
        for (int number = 0; number < tree.trees(); number++) {
            places.add(Tree.string(tree.place(number)));
        }
        return places;
    }
}
