package peaberry.sh.builtins;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;

/** {@code printf}: a format, used again as long as arguments are left. Floating-point numbers are not among what it knows. */
final class PrintfBuiltin {

    /** A width that is larger is a mistake. */
    private static final int WIDEST = 1 << 20;

    private final Shell shell;
    private final StringBuilder out = new StringBuilder();
    private final Escapes escapes = new Escapes(out);
    private final Deque<String> arguments = new ArrayDeque<>();
    private int status;

    PrintfBuiltin(Shell shell) {
        this.shell = shell;
    }

    /** What a conversion says beside its letter; -1 for no precision. */
    private record Layout(String flags, int width, int precision) {

        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    int run(List<String> all) {
        List<String> operands = Arguments.withoutSeparator(all);
        if (operands.isEmpty()) {
            throw new BuiltinException("a format is missing");
        }
        arguments.addAll(operands.subList(1, operands.size()));
        int before;
        try {
            do {
                before = arguments.size();
                format(operands.getFirst());
            } while (!arguments.isEmpty() && arguments.size() < before && !escapes.ended());
        } finally {
            shell.print(out.toString());
        }
        return status;
    }

    private void format(String format) {
        int next = 0;
        while (next < format.length() && !escapes.ended()) {
            switch (format.charAt(next)) {
                case '\\' -> next = escapes.sequence(format, next, false);
                case '%' -> next = conversion(format, next + 1);
                default -> out.append(format.charAt(next++));
            }
        }
    }

    private int conversion(String format, int start) {
        int next = start;
        if (next < format.length() && format.charAt(next) == '%') {
            out.append('%');
            return next + 1;
        }
        StringBuilder flags = new StringBuilder();
        while (next < format.length() && "-+ #0".indexOf(format.charAt(next)) >= 0) {
            flags.append(format.charAt(next++));
        }
        int[] size = {0, -1}; // width and precision
        next = size(format, next, size, 0);
        if (next < format.length() && format.charAt(next) == '.') {
            size[1] = 0;
            next = size(format, next + 1, size, 1);
        }
        if (size[0] < 0) {
            flags.append('-');
        }
        if (next == format.length()) {
            throw new BuiltinException("a conversion is not complete: " + format);
        }
        Layout layout = new Layout(flags.toString(), Math.abs(size[0]), size[1]);
        convert(format.charAt(next), layout);
        return next + 1;
    }

    /** Digits, or a star that stands for an argument. */
    private int size(String format, int start, int[] size, int which) {
        int next = start;
        if (next < format.length() && format.charAt(next) == '*') {
            size[which] = (int) number(argument());
            next++;
        }
        while (next < format.length() && Character.isDigit(format.charAt(next)) && size[which] < WIDEST) {
            size[which] = Math.max(size[which], 0) * 10 + format.charAt(next++) - '0';
        }
        if (Math.abs(size[which]) > WIDEST) {
            throw new BuiltinException("too wide: " + format);
        }
        return next;
    }

    private void convert(char letter, Layout layout) {
        switch (letter) {
            case 's' -> pad(cut(argument(), layout), layout);
            case 'b' -> {
                int start = out.length();
                escapes.text(argument());
                String text = out.substring(start);
                out.setLength(start);
                pad(cut(text, layout), layout);
            }
            case 'c' -> {
                String text = argument();
                pad(text.isEmpty() ? "\0" : text.substring(0, text.offsetByCodePoints(0, 1)), layout);
            }
            case 'd', 'i' -> {
                long value = number(argument());
                String digits = Long.toString(value);
                String sign = value < 0 ? "-" : layout.has('+') ? "+" : layout.has(' ') ? " " : "";
                integer(sign, value < 0 ? digits.substring(1) : digits, layout);
            }
            case 'u' -> integer("", Long.toUnsignedString(number(argument())), layout);
            case 'o' -> {
                String digits = Long.toOctalString(number(argument()));
                boolean isZero = digits.equals("0");
                boolean begins = layout.has('#') && !isZero && layout.precision <= digits.length();
                boolean stays = layout.has('#') && isZero && layout.precision == 0; // where nothing would be shown
                integer("", begins ? "0" + digits : digits, stays ? new Layout(layout.flags, layout.width, 1) : layout);
            }
            case 'x', 'X' -> {
                long value = number(argument());
                String digits = Long.toHexString(value);
                String prefix = layout.has('#') && value != 0 ? "0x" : "";
                boolean upper = letter == 'X';
                integer(upper ? prefix.toUpperCase() : prefix, upper ? digits.toUpperCase() : digits, layout);
            }
            default -> throw new BuiltinException("no such conversion: %" + letter);
        }
    }

    private static String cut(String text, Layout layout) {
        return layout.precision >= 0 && layout.precision < text.length() ? text.substring(0, layout.precision) : text;
    }

    private void integer(String sign, String digits, Layout layout) {
        String all = "0".repeat(Math.max(layout.precision - digits.length(), 0)) + digits;
        if (layout.precision == 0 && digits.equals("0")) {
            all = "";
        }
        if (layout.has('0') && !layout.has('-') && layout.precision < 0) {
            all = "0".repeat(Math.max(layout.width - sign.length() - all.length(), 0)) + all;
        }
        pad(sign + all, layout);
    }

    private void pad(String text, Layout layout) {
        String padding = " ".repeat(Math.max(layout.width - text.length(), 0));
        out.append(layout.has('-') ? text + padding : padding + text);
    }

    private String argument() {
        return arguments.isEmpty() ? "" : arguments.remove();
    }

    /** A constant as in C, or a quote and a character; what cannot be read is told, and what could be counts. */
    private long number(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return text.length() == 1 ? 0 : text.codePointAt(1);
        }
        if (text.isEmpty()) {
            return 0;
        }
        int next = 0;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean isNegative = next < text.length() && text.charAt(next) == '-';
        next += isNegative || next < text.length() && text.charAt(next) == '+' ? 1 : 0;
        int radix = 10;
        if (text.startsWith("0x", next) || text.startsWith("0X", next)) {
            radix = 16;
            next += 2;
        } else if (text.startsWith("0", next)) {
            radix = 8;
        }
        int start = next;
        long value = 0;
        while (next < text.length() && Character.digit(text.charAt(next), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(next++), radix);
        }
        if (next == start || next < text.length()) {
            shell.complain("printf: " + text + (next == start ? ": a number was expected" : ": not all of it is a number"));
            status = 1;
        }
        return isNegative ? -value : value;
    }
}
