package peaberry.tools;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Finds paths without links and dots. */
final class Resolver {

    private static final int MOST_LINKS = 40;

    private final Call call;
    private final Missing missing;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final List<String> behind = new ArrayList<>();
    private boolean needsDirectory;
    private int links;

    /** What of a path need not be there. */
    enum Missing { NOTHING, LAST, ANYTHING }

    Resolver(Call call, Missing missing) {
        this.call = call;
        this.missing = missing;
    }

    String resolve(String path) throws IOException {
        if (missing != Missing.ANYTHING || path.isEmpty()) {
            Paths.checkNotEmpty(path);
        }
        ahead.clear();
        behind.clear();
        links = 0;
        needsDirectory = path.endsWith("/");
        put(call.path(path));
        while (!ahead.isEmpty()) {
            step(ahead.pop());
        }
        return here();
    }

    private String here() {
        return "/" + String.join("/", behind);
    }

    /** Goes along a path before what is ahead. */
    private void put(String path) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].isEmpty() && !names[i].equals(".")) {
                ahead.push(names[i]);
            }
        }
    }

    private void step(String name) throws IOException {
        if (name.equals("..")) {
            if (!behind.isEmpty()) {
                behind.removeLast();
            }
            return;
        }
        String path = Paths.below(here(), name);
        FileStatus status = call.lookAtLink(path);
        boolean isLast = ahead.isEmpty();
        if (status == null && (missing == Missing.NOTHING || missing == Missing.LAST && !isLast)) {
            throw new IOException("no such file or directory");
        }
        if (status != null && status.is(Kind.LINK)) {
            follow(path);
            return;
        }
        if (status != null && !status.is(Kind.DIRECTORY) && (!isLast || needsDirectory) && missing != Missing.ANYTHING) {
            throw new IOException("not a directory");
        }
        behind.add(name);
    }

    /** A link that begins with a slash begins where the files are mounted in which it is. */
    private void follow(String path) throws IOException {
        if (++links > MOST_LINKS) {
            throw new IOException("links lead to links without end");
        }
        String target = call.changes().readLink(path);
        needsDirectory |= ahead.isEmpty() && target.endsWith("/");
        if (target.startsWith("/")) {
            String place = call.changes().space(here()).place();
            behind.clear();
            put(target);
            put(place);
        } else {
            put(target);
        }
    }
}
