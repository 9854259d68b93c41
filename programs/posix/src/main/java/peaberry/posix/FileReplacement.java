package peaberry.posix;

import java.io.IOException;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.fullscreen.Replacement;
import peaberry.posix.Tree.Handle;
import peaberry.posix.Tree.Place;
import peaberry.sh.system.OpenMode;

/** A file gets another content by a new file beside it, which is synced and then gets its name. */
final class FileReplacement implements Replacement {

    /** As many as the file server follows. */
    private static final int MOST_LINKS = 40;
    private static final int MOST_NAMES = 100;
    private static final String NEW = ".new";

    private final Tree tree;

    /** Writes what is to be in an empty file. */
    private interface Filling {

        void fill(Handle file) throws IOException;
    }

    FileReplacement(Tree tree) {
        this.tree = tree;
    }

    @Override
    public void replace(String path, Content content) throws IOException {
        Place place = follow(tree.find(path));
        String file = Tree.string(place.rest());
        int slash = file.lastIndexOf('/');
        Handle directory = tree.open(in(place, file.substring(0, Math.max(0, slash))));
        if (directory == null) {
            throw Tree.failure(Outcome.NOT_FOUND);
        }
        try {
            replace(place, directory, file.substring(0, slash + 1), file.substring(slash + 1), fresh -> content.writeTo(new OpenFile(tree, fresh, OpenMode.WRITE, path)));
        } finally {
            tree.close(directory);
        }
    }

    private static Place in(Place place, String path) {
        return new Place(place.tree(), place.files(), Tree.text(path));
    }

    /** Where the links end that begin there; a file need not be there. */
    private Place follow(Place start) throws IOException {
        Place place = start;
        for (int links = 0; links < MOST_LINKS; links++) {
            FileSystemClient files = place.files();
            Outcome outcome = files.look(FileSystem.ROOT, place.rest(), false);
            if (outcome != Outcome.DONE && outcome != Outcome.NOT_FOUND) {
                throw Tree.failure(outcome);
            }
            if (outcome == Outcome.NOT_FOUND || files.lookType() == NodeType.FILE) {
                return place;
            }
            if (files.lookType() != NodeType.LINK) {
                throw files.lookType() == NodeType.DIRECTORY ? Tree.failure(Outcome.IS_A_DIRECTORY) : new IOException("it is no file");
            }
            check(files.target(FileSystem.ROOT, place.rest()));
            String target = Tree.string(files.targetResult());
            String path = Tree.string(place.rest());
            place = in(place, target.startsWith("/") ? target : path.substring(0, path.lastIndexOf('/') + 1) + target);
        }
        throw Tree.failure(Outcome.TOO_MANY_LINKS);
    }

    private void replace(Place place, Handle directory, String folder, String name, Filling filling) throws IOException {
        FileSystemClient files = place.files();
        String fresh = fresh(directory, name);
        try {
            Handle handle = tree.open(in(place, folder + fresh));
            if (handle == null) {
                throw Tree.failure(Outcome.NOT_FOUND);
            }
            try {
                filling.fill(handle);
                if (files.look(FileSystem.ROOT, place.rest(), false) == Outcome.DONE) {
                    int permissions = files.lookPermissions();
                    check(files.setOwner(handle.number(), files.lookOwner(), files.lookGroup()));
                    check(files.setPermissions(handle.number(), permissions));
                }
                check(files.syncFile(handle.number()));
            } finally {
                tree.close(handle);
            }
            check(files.rename(directory.number(), Tree.text(fresh), directory.number(), Tree.text(name)));
        } catch (IOException failure) {
            files.remove(directory.number(), Tree.text(fresh), false);
            throw failure;
        }
        check(files.syncFile(directory.number()));
    }

    /** Makes an empty file of a name that nothing else has. */
    private static String fresh(Handle directory, String name) throws IOException {
        for (int number = 0; number < MOST_NAMES; number++) {
            String fresh = name + NEW + (number == 0 ? "" : String.valueOf(number));
            Outcome outcome = directory.files().create(directory.number(), Tree.text(fresh), false);
            if (outcome == Outcome.DONE) {
                return fresh;
            }
            if (outcome != Outcome.EXISTS) {
                throw Tree.failure(outcome);
            }
        }
        throw Tree.failure(Outcome.EXISTS);
    }

    private static void check(Outcome outcome) throws IOException {
        if (outcome != Outcome.DONE) {
            throw Tree.failure(outcome);
        }
    }
}
