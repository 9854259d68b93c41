package peaberry.tools;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Takes files and trees away. What cannot be taken away it complains of, and goes on. */
final class Removal {

    private final Call call;
    private final Asking asking;
    private final boolean recurses;
    private final boolean takesDirectories;
    private final boolean isTold;

    /** Whether one is asked before something goes. */
    enum Asking { NEVER, IF_PROTECTED, ALWAYS }

    /**
     * @param recurses whether all in a directory goes with it
     * @param takesDirectories whether at least empty ones go
     * @param isTold whether each is told
     */
    Removal(Call call, Asking asking, boolean recurses, boolean takesDirectories, boolean isTold) {
        this.call = call;
        this.asking = asking;
        this.recurses = recurses;
        this.takesDirectories = takesDirectories || recurses;
        this.isTold = isTold;
    }

    /** Answers whether nothing went wrong: it is gone, or nobody agreed. @param status of the path, links not followed */
    boolean remove(String path, FileStatus status) {
        try {
            return status.is(Kind.DIRECTORY) ? removeDirectory(path, status) : removeOther(path, status);
        } catch (IOException failure) {
            call.complain(path, failure);
            return false;
        }
    }

    private boolean agrees(FileStatus status, String question) throws IOException {
        boolean isAsked = asking == Asking.ALWAYS || asking == Asking.IF_PROTECTED && !status.is(Kind.LINK) && !status.writable();
        return !isAsked || call.agrees(question);
    }

    private boolean removeOther(String path, FileStatus status) throws IOException {
        String what = status.writable() || status.is(Kind.LINK) ? "remove " : "remove write-protected ";
        String kind = status.is(Kind.LINK) ? "symbolic link " : status.is(Kind.REGULAR) ? status.size() == 0 ? "regular empty file " : "regular file " : "special file ";
        if (!agrees(status, what + kind + Quoted.always(path))) {
            return true;
        }
        call.changes().remove(call.path(path));
        if (isTold) {
            call.out().line("removed " + Quoted.always(path));
        }
        return true;
    }

    private boolean removeDirectory(String path, FileStatus status) throws IOException {
        if (!takesDirectories) {
            throw new IOException("is a directory");
        }
        List<String> names = recurses ? call.list(path) : List.of();
        if (!names.isEmpty()) {
            if (!agrees(status, "descend into directory " + Quoted.always(path))) {
                return true;
            }
            boolean areRight = true;
            for (String name : names) {
                String below = Paths.below(path, name);
                FileStatus inner = call.lookAtLink(below);
                areRight &= inner == null || remove(below, inner);
            }
            if (!areRight) {
                return false;
            }
        }
        if (!agrees(status, "remove directory " + Quoted.always(path))) {
            return true;
        }
        call.changes().removeDirectory(call.path(path));
        if (isTold) {
            call.out().line("removed directory " + Quoted.always(path));
        }
        return true;
    }
}
