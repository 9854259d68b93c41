package peaberry.posix;

import java.util.List;
import peaberry.grant.Administration;
import peaberry.grant.Administration.Outcome;
import peaberry.runtime.Grants;
import peaberry.sh.run.Builtin;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;

/** {@code grant}: lists what the person may be granted; {@code grant NAME ...} asks for it, {@code grant -r NAME ...} gives it back. */
final class GrantBuiltin implements Builtin {

    static final String NAME = "grant";

    private static final String GIVE_BACK = "-r";
    private static final int NAME_COLUMNS = 16;

    @Override
    public int run(Shell shell, List<String> arguments) {
        if (Grants.find(Powers.ADMINISTRATION).isNone()) {
            throw failure("nobody grants anything here");
        }
        boolean givesBack = !arguments.isEmpty() && arguments.getFirst().equals(GIVE_BACK);
        List<String> names = givesBack ? arguments.subList(1, arguments.size()) : arguments;
        if (names.isEmpty() && givesBack || !names.isEmpty() && names.getFirst().startsWith("-")) {
            throw failure("usage: grant [name ...], or grant -r name ...");
        }
        if (names.isEmpty()) {
            list(shell);
        }
        for (String name : names) {
            check(name, name.length() > Administration.MAX_NAME ? Outcome.NOT_FOUND : givesBack ? Powers.giveBack(name) : Powers.ask(name));
        }
        return 0;
    }

    private static void list(Shell shell) {
        for (int index = 0; Powers.administration().name(index) == Outcome.DONE; index++) {
            String name = Tree.string(Powers.administration().nameText());
            String state = Powers.administration().nameHas() ? "granted" : Powers.administration().nameMay() ? "may be granted" : "no";
            shell.print(name + " ".repeat(Math.max(1, NAME_COLUMNS - name.length())) + state + "\n");
        }
    }

    private static void check(String name, Outcome outcome) {
        if (outcome != Outcome.DONE) {
            throw failure(name + ": " + switch (outcome) {
                case NOT_FOUND -> "there is nothing of that name; grant lists what there is";
                case REFUSED -> "your account does not allow it";
                case NOT_LOGGED -> "it cannot be noted in the log, so it is not granted";
                case NOT_THERE -> "it cannot be had now";
                case INVALID -> "the session is over; log in again";
                default -> "the administration server says " + outcome;
            });
        }
    }

    private static BuiltinException failure(String message) {
        return new BuiltinException(1, message);
    }
}
