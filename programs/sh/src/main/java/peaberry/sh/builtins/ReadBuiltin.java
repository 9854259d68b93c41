package peaberry.sh.builtins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Names;
import peaberry.sh.system.Channel;
import peaberry.sh.system.InterruptedReadException;
import peaberry.sh.system.Utf8;

/** {@code read}: a line of input, split into variables. */
final class ReadBuiltin {

    private final String separators;
    /** What was read; behind each character whether a backslash protects it from being a separator. */
    private final String text;
    private final String isProtected;
    private int next;

    private ReadBuiltin(String separators, String text, String isProtected) {
        this.separators = separators;
        this.text = text;
        this.isProtected = isProtected;
    }

    static int run(Shell shell, List<String> arguments) {
        int options = 0;
        boolean raw = false;
        while (options < arguments.size() && arguments.get(options).startsWith("-")) {
            String option = arguments.get(options++);
            if (option.equals("--")) {
                break;
            }
            if (option.equals("-p") && options < arguments.size()) {
                prompt(shell, arguments.get(options++));
            } else if (option.equals("-r")) {
                raw = true;
            } else {
                throw new BuiltinException("illegal option " + option);
            }
        }
        List<String> names = arguments.subList(options, arguments.size());
        if (names.isEmpty()) {
            throw new BuiltinException("a variable's name is missing");
        }
        for (String name : names) {
            if (!Names.isName(name)) {
                throw new BuiltinException(name + ": bad variable name");
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean complete;
        try {
            complete = readLine(shell.channel(0), raw, bytes);
        } catch (InterruptedReadException e) {
            return shell.giveUp();
        } catch (IOException e) {
            throw new BuiltinException(1, "read error: " + e.getMessage());
        }
        split(shell, Utf8.decode(bytes.toByteArray()), raw, names);
        return complete ? 0 : 1;
    }

    private static void prompt(Shell shell, String text) {
        try {
            Channel out = shell.channel(2);
            byte[] bytes = Utf8.encode(text);
            if (shell.channel(0).isTerminal()) {
                out.write(bytes, 0, bytes.length);
            }
        } catch (IOException e) {
            // then there is nobody to be asked
        }
    }

    /** Byte for byte, as what follows the line is for others. Answers whether a line feed ended it. */
    private static boolean readLine(Channel input, boolean raw, ByteArrayOutputStream line) throws IOException {
        byte[] one = new byte[1];
        boolean escaped = false;
        while (input.read(one, 0, 1) > 0) {
            if (one[0] == '\n' && !escaped) {
                return true;
            }
            escaped = !raw && !escaped && one[0] == '\\';
            if (one[0] != 0) {
                line.write(one[0]);
            }
        }
        return false;
    }

    private static void split(Shell shell, String line, boolean raw, List<String> names) {
        StringBuilder text = new StringBuilder();
        StringBuilder isProtected = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean escapes = !raw && line.charAt(i) == '\\';
            if (escapes && ++i == line.length()) {
                break;
            }
            if (!escapes || line.charAt(i) != '\n') { // else two lines become one
                text.append(line.charAt(i));
                isProtected.append(escapes ? 'p' : ' ');
            }
        }
        String separators = shell.get("IFS");
        ReadBuiltin reader = new ReadBuiltin(separators == null ? " \t\n" : separators, text.toString(), isProtected.toString());
        reader.skipBlanks();
        for (String name : names.subList(0, names.size() - 1)) {
            shell.set(name, reader.field());
        }
        shell.set(names.getLast(), reader.rest());
    }

    private boolean isSeparator(int at) {
        return at < text.length() && isProtected.charAt(at) == ' ' && separators.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isBlank(int at) {
        return isSeparator(at) && " \t\n".indexOf(text.charAt(at)) >= 0;
    }

    private void skipBlanks() {
        while (isBlank(next)) {
            next++;
        }
    }

    /** The next field; what separates it from another one is passed. */
    private String field() {
        int start = next;
        while (next < text.length() && !isSeparator(next)) {
            next++;
        }
        String field = text.substring(start, next);
        skipBlanks();
        if (isSeparator(next)) {
            next++;
            skipBlanks();
        }
        return field;
    }

    /** One field, or all that is left if there are more. */
    private String rest() {
        int start = next;
        String field = field();
        if (next == text.length()) {
            return field;
        }
        int end = text.length();
        while (end > start && isBlank(end - 1)) {
            end--;
        }
        return text.substring(start, end);
    }
}
