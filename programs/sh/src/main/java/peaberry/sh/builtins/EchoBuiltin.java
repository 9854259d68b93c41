package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.Shell;

/** {@code echo}: its arguments on a line, with sequences replaced. */
final class EchoBuiltin {

    private EchoBuiltin() {}

    static int run(Shell shell, List<String> arguments) {
        boolean withoutEnd = !arguments.isEmpty() && arguments.getFirst().equals("-n");
        StringBuilder out = new StringBuilder();
        Escapes escapes = new Escapes(out);
        escapes.text(String.join(" ", withoutEnd ? arguments.subList(1, arguments.size()) : arguments));
        if (!withoutEnd && !escapes.ended()) {
            out.append('\n');
        }
        shell.print(out.toString());
        return 0;
    }
}
