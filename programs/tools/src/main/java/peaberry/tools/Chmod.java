package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Says who may do what with files. */
final class Chmod implements Tool {

    private static final String OF_MODES = "rwxXstugoa,+=01234567";

    private Call call;
    private Options options;
    private Mode mode;
    /** Whether the mode looks like an option, which is often a mistake. */
    private boolean isLikeOption;

    @Override
    public int run(Call given) throws IOException {
        call = given;
        List<String> arguments = new ArrayList<>();
        String early = takeMode(arguments);
        options = Options.of(arguments, "cfRv@:", "changes=c", "silent=f", "quiet=f", "recursive=R", "verbose=v", "reference=@");
        int first = 0;
        String like = options.value('@', null);
        if (like != null) {
            FileStatus status = call.look(like);
            if (status == null) {
                throw new IOException(like + ": no such file or directory");
            }
            mode = Mode.of("0" + ModeText.octal(status.permissions()));
        } else {
            isLikeOption = early != null;
            mode = Mode.of(isLikeOption ? early : options.operand(first++));
        }
        options.operand(first);
        for (String path : options.operands().subList(first, options.operands().size())) {
            change(path, call.look(path));
        }
        return call.status();
    }

    /** The mode that looks like an option, such as {@code -w}; null if there is none. @param others is given what is none */
    private String takeMode(List<String> others) {
        String found = null;
        boolean isEnded = false;
        for (String argument : call.arguments()) {
            isEnded |= argument.equals("--");
            if (!isEnded && argument.length() > 1 && argument.charAt(0) == '-' && OF_MODES.indexOf(argument.charAt(1)) >= 0) {
                found = found == null ? argument : found + "," + argument;
            } else {
                others.add(argument);
            }
        }
        return found;
    }

    /** @param status null if there is nothing */
    private void change(String path, FileStatus status) {
        if (status == null) {
            if (!options.has('f')) {
                call.complain(path + ": no such file or directory");
            }
            call.fail();
            return;
        }
        try {
            change(path, status, status.permissions());
        } catch (IOException failure) {
            if (options.has('f')) {
                call.fail();
            } else {
                call.complain(path, failure);
            }
        }
        if (options.has('R') && status.is(Kind.DIRECTORY)) {
            changeBelow(path);
        }
    }

    private void changeBelow(String path) {
        try {
            for (String name : call.list(path)) {
                String below = Paths.below(path, name);
                FileStatus inner = call.lookAtLink(below);
                if (inner != null && !inner.is(Kind.LINK)) {
                    change(below, inner);
                } else if (inner != null && options.lastOf("cv") == 'v') {
                    call.out().line("neither symbolic link " + Quoted.always(below) + " nor referent has been changed");
                }
            }
        } catch (IOException failure) {
            call.complain(path, failure);
        }
    }

    private void change(String path, FileStatus status, int before) throws IOException {
        boolean isDirectory = status.is(Kind.DIRECTORY);
        int after = mode.apply(before, isDirectory, call.changes().mask());
        if (after != before) {
            call.changes().setPermissions(call.path(path), after);
        }
        char told = options.lastOf("cv");
        if (told == 'v' && after == before) {
            call.out().line("mode of " + Quoted.always(path) + " retained as " + describe(after));
        } else if (told != 0 && after != before) {
            call.out().line("mode of " + Quoted.always(path) + " changed from " + describe(before) + " to " + describe(after));
        }
        int wanted = mode.apply(before, isDirectory, 0);
        if (isLikeOption && after != wanted) {
            call.complain(path + ": permissions are " + ModeText.rights(after) + ", not " + ModeText.rights(wanted));
        }
    }

    private static String describe(int permissions) {
        return ModeText.octal(permissions) + " (" + ModeText.rights(permissions) + ")";
    }
}
