package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.Quoting;
import peaberry.sh.run.Shell;
import peaberry.sh.run.Signals;

/** {@code trap}: what is done at the end and when signals come. */
final class TrapBuiltin {

    private TrapBuiltin() {}

    static int run(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        if (operands.isEmpty()) {
            shell.traps().actions().forEach((number, action) ->
                    shell.print("trap -- " + Quoting.quote(action) + " " + Signals.name(number) + "\n"));
            return 0;
        }
        String action = operands.getFirst();
        boolean isNumber = !action.isEmpty() && action.chars().allMatch(Character::isDigit);
        boolean resets = isNumber || action.equals("-") || operands.size() == 1;
        List<String> conditions = isNumber || operands.size() == 1 ? operands : operands.subList(1, operands.size());
        int status = 0;
        for (String condition : conditions) {
            int number = Signals.number(condition);
            if (number < 0) {
                shell.complain("trap: " + condition + ": bad trap");
                status = 1;
            } else if (resets) {
                shell.traps().reset(number);
            } else {
                shell.traps().set(number, action);
            }
        }
        return status;
    }
}
