package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Says whose files are. */
final class Chown implements Tool {

    private static final long SAME = -1;

    private Call call;
    private Options options;
    private Accounts users;
    private Accounts groups;
    private long owner = SAME;
    private long group = SAME;
    /** What was asked for, in a user's words. */
    private String wanted;

    @Override
    public int run(Call given) throws IOException {
        call = given;
        options = Options.of(call.arguments(), "cfhRv@:", "changes=c", "no-dereference=h", "recursive=R", "reference=@", "silent=f", "quiet=f", "verbose=v");
        users = Accounts.users(call);
        groups = Accounts.groups(call);
        int first = 0;
        String like = options.value('@', null);
        if (like != null) {
            FileStatus status = call.look(like);
            if (status == null) {
                throw new IOException(like + ": no such file or directory");
            }
            owner = status.details().owner();
            group = status.details().group();
            wanted = describe(owner, group);
        } else {
            readOwner(options.operand(first++));
        }
        options.operand(first);
        for (String path : options.operands().subList(first, options.operands().size())) {
            change(path, options.has('h') ? call.lookAtLink(path) : call.look(path), !options.has('h'));
        }
        return call.status();
    }

    /** Reads {@code OWNER}, {@code OWNER:GROUP} or {@code :GROUP}. */
    private void readOwner(String text) {
        int colon = text.indexOf(':');
        wanted = colon == 0 ? text.substring(1) : text;
        String name = colon < 0 ? text : text.substring(0, colon);
        owner = name.isEmpty() ? SAME : users.number(name);
        if (colon >= 0 && colon + 1 < text.length()) {
            group = groups.number(text.substring(colon + 1));
        } else if (colon > 0) {
            throw new UsageException("the group is missing: " + text);
        }
    }

    private void change(String path, FileStatus status, boolean follow) {
        if (status == null) {
            complain(path, "no such file or directory");
            return;
        }
        try {
            if (options.has('R') && status.is(Kind.DIRECTORY)) {
                changeBelow(path);
            }
            long newOwner = owner == SAME ? status.details().owner() : owner;
            long newGroup = group == SAME ? status.details().group() : group;
            boolean changes = newOwner != status.details().owner() || newGroup != status.details().group();
            if (changes) {
                call.changes().setOwner(call.path(path), newOwner, newGroup, follow);
            }
            tell(path, changes, describe(status.details().owner(), status.details().group()), changes ? wanted : describe(newOwner, newGroup));
        } catch (IOException failure) {
            complain(path, failure.getMessage());
        }
    }

    private void changeBelow(String directory) throws IOException {
        for (String name : call.list(directory)) {
            String path = Paths.below(directory, name);
            FileStatus status = call.lookAtLink(path);
            if (status != null) {
                change(path, status, false);
            }
        }
    }

    private void complain(String path, String reason) {
        if (options.has('f')) {
            call.fail();
        } else {
            call.complain(path + ": " + reason);
        }
    }

    private String describe(long someOwner, long someGroup) {
        boolean hasOwner = owner != SAME;
        boolean hasGroup = group != SAME;
        return hasOwner && hasGroup ? users.name(someOwner) + ":" + groups.name(someGroup) : hasGroup ? groups.name(someGroup) : users.name(someOwner);
    }

    private void tell(String path, boolean changes, String before, String after) {
        char told = options.lastOf("cv");
        String what = owner == SAME && group != SAME ? "group" : "ownership";
        if (changes && told != 0) {
            call.out().line("changed " + what + " of " + Quoted.always(path) + " from " + before + " to " + after);
        } else if (told == 'v') {
            call.out().line(what + " of " + Quoted.always(path) + " retained as " + after);
        }
    }
}
