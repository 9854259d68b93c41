package peaberry.tools;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;

/** Copies files and trees. What cannot be copied it complains of, and goes on. */
final class Copy {

    private static final int RIGHTS = 0777;
    private static final int RIGHTS_OF_DIRECTORIES = 01777;
    private static final int OWNER_USES = 0700;
    private static final int BYTES = 32 << 10;

    private final Call call;
    private final CopyRules rules;
    private final Overwriting overwriting;
    /** The first copy of each file that has several names, by its identity. */
    private final Map<String, String> copies = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private byte[] buffer;
    private boolean hasFailed;

    Copy(Call call, CopyRules rules, Overwriting overwriting) {
        this.call = call;
        this.rules = rules;
        this.overwriting = overwriting;
    }

    /** Copies what an operand names. */
    void operand(String source, String target) {
        copy(source, target, rules.followsOperands());
    }

    /** Copies a tree, and answers whether all of it was. */
    boolean all(String source, String target) {
        operand(source, target);
        return !hasFailed;
    }

    private void complain(String message) {
        hasFailed = true;
        call.complain(message);
    }

    private void copy(String source, String target, boolean follow) {
        FileStatus from = follow ? call.look(source) : call.lookAtLink(source);
        if (from == null) {
            complain(source + ": no such file or directory");
            return;
        }
        if (from.is(Kind.DIRECTORY) && !rules.recurses()) {
            complain(source + ": a directory, which is copied with -r");
            return;
        }
        try {
            copy(source, from, target);
        } catch (IOException failure) {
            complain(target + ": " + failure.getMessage());
        }
    }

    private void copy(String source, FileStatus from, String target) throws IOException {
        boolean isFile = from.is(Kind.REGULAR);
        FileStatus to = isFile ? call.look(target) : call.lookAtLink(target);
        if (to != null) {
            if (from.identity().equals(to.identity())) {
                throw new IOException("the same file as " + source);
            }
            if (!overwriting.isWanted(from, to, source, target)) {
                return;
            }
            if (!from.is(Kind.DIRECTORY) && made.contains(to.identity())) {
                throw new IOException("just made, and not written over with " + source);
            }
        } else if (isFile && call.lookAtLink(target) != null) {
            throw new IOException("a link that leads nowhere is not written through");
        }
        switch (from.kind()) {
            case DIRECTORY -> copyDirectory(source, from, target, to == null);
            case LINK -> copyLink(source, from, target, to != null);
            case REGULAR -> copyFile(source, from, target, to == null);
            default -> throw new IOException("files such as " + source + " cannot be copied");
        }
        FileStatus copied = call.lookAtLink(target);
        if (copied != null) {
            made.add(copied.identity());
        }
    }

    private void tell(String source, String target) {
        switch (rules.isTold()) {
            case COPIES -> call.out().line(Quoted.always(source) + " -> " + Quoted.always(target));
            case MOVES -> call.out().line("copied " + Quoted.always(source) + " -> " + Quoted.always(target));
            case NOTHING -> { }
        }
    }

    private void copyDirectory(String source, FileStatus from, String target, boolean isNew) throws IOException {
        if (isWithin(target, from)) {
            throw new IOException("a directory is not copied into itself, " + source);
        }
        List<String> names;
        try {
            names = call.list(source);
        } catch (IOException failure) {
            complain(source + ": " + failure.getMessage());
            return;
        }
        int wanted = from.permissions() & RIGHTS_OF_DIRECTORIES & ~call.changes().mask();
        if (isNew) {
            call.changes().makeDirectory(call.path(target), wanted | OWNER_USES);
            if (rules.isTold() == CopyRules.Telling.MOVES) {
                call.out().line("created directory " + Quoted.always(target));
            } else {
                tell(source, target);
            }
        }
        for (String name : names) {
            copy(Paths.below(source, name), Paths.below(target, name), rules.followsAll());
        }
        if (rules.keepsAttributes()) {
            keepAttributes(from, target);
        } else if (isNew && (wanted & OWNER_USES) != OWNER_USES) {
            call.changes().setPermissions(call.path(target), wanted);
        }
    }

    /** Whether a path is that of something in a directory. */
    private boolean isWithin(String path, FileStatus directory) {
        String above;
        try {
            above = call.system().realPath(call.path(Paths.directory(path)));
        } catch (IOException nowhere) {
            return false;
        }
        boolean isWithin = is(above, directory);
        while (!isWithin && above.length() > 1) {
            above = Paths.directory(above);
            isWithin = is(above, directory);
        }
        return isWithin;
    }

    private boolean is(String path, FileStatus other) {
        FileStatus status = call.look(path);
        return status != null && status.identity().equals(other.identity());
    }

    private void copyLink(String source, FileStatus from, String target, boolean isThere) throws IOException {
        String leads = call.changes().readLink(call.path(source));
        tell(source, target);
        if (isThere) {
            call.changes().remove(call.path(target));
        }
        call.changes().symbolicLink(leads, call.path(target));
        if (rules.keepsAttributes()) {
            try {
                call.changes().setOwner(call.path(target), from.details().owner(), from.details().group(), false);
            } catch (IOException notAllowed) {
                return; // A link's owner matters to nobody.
            }
        }
    }

    private void copyFile(String source, FileStatus from, String target, boolean isNew) throws IOException {
        String before = rules.keepsNames() && from.details().links() > 1 ? copies.putIfAbsent(from.identity(), target) : null;
        tell(source, target);
        if (before != null) {
            if (!isNew) {
                call.changes().remove(call.path(target));
            }
            call.changes().link(call.path(before), call.path(target));
            return;
        }
        Channel in;
        try {
            in = call.system().open(call.path(source), OpenMode.READ);
        } catch (IOException failure) {
            complain(source + ": " + failure.getMessage());
            return;
        }
        try {
            copyBytes(in, open(target), isNew ? from.permissions() & RIGHTS & ~call.changes().mask() : -1, target);
        } finally {
            in.close();
        }
        if (rules.keepsAttributes()) {
            keepAttributes(from, target);
        }
    }

    private Channel open(String target) throws IOException {
        try {
            return call.system().open(call.path(target), OpenMode.WRITE);
        } catch (IOException failure) {
            if (!rules.forces() || call.lookAtLink(target) == null) {
                throw failure;
            }
            call.changes().remove(call.path(target));
            return call.system().open(call.path(target), OpenMode.WRITE);
        }
    }

    /** @param permissions which a new file has before anything is in it; negative if it has its own */
    private void copyBytes(Channel in, Channel out, int permissions, String target) throws IOException {
        try {
            if (permissions >= 0) {
                call.changes().setPermissions(call.path(target), permissions);
            }
            buffer = buffer == null ? new byte[BYTES] : buffer;
            for (int read = in.read(buffer, 0, BYTES); read > 0; read = in.read(buffer, 0, BYTES)) {
                out.write(buffer, 0, read);
            }
        } finally {
            out.close();
        }
    }

    /** The owner comes first, as a change of it may take permissions away. Who may not give a file away gives it no set-user-id and set-group-id bits. */
    private void keepAttributes(FileStatus from, String target) throws IOException {
        String path = call.path(target);
        int permissions = from.permissions();
        try {
            call.changes().setOwner(path, from.details().owner(), from.details().group(), true);
        } catch (IOException notAllowed) {
            permissions &= RIGHTS_OF_DIRECTORIES;
        }
        call.changes().setPermissions(path, permissions);
        call.changes().setTimes(path, from.details().accessed(), from.modified());
    }
}
