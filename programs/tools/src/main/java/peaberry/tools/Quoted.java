package peaberry.tools;

/** Names of files in what tools tell of them, as a shell would read them. */
final class Quoted {

    /** What is as it is, and as GNU's tools have it, in double quotes. */
    private static final String PLAIN = " '%+,-./:]_";
    private static final String SPECIAL = " !\"$&'()*;<=>?[\\^`|";

    private Quoted() {
    }

    /** A name between quotes. */
    static String always(String name) {
        if (name.indexOf('\'') >= 0 && isPlain(name)) {
            return '"' + name + '"';
        }
        StringBuilder text = new StringBuilder("'");
        boolean isEscaped = false;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isControl = character < ' ' || character == 0x7f;
            if (isControl && !isEscaped) {
                text.append("'$'");
            } else if (!isControl && isEscaped) {
                text.append("''");
            }
            isEscaped = isControl;
            text.append(isControl ? escape(character) : character == '\'' ? "'\\''" : String.valueOf(character));
        }
        return text.append('\'').toString();
    }

    /** A name as it is, or between quotes if a shell would take it for something else. */
    static String ifNeeded(String name) {
        boolean isNeeded = name.isEmpty() || name.charAt(0) == '#' || name.charAt(0) == '~';
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            isNeeded |= character < ' ' || character == 0x7f || SPECIAL.indexOf(character) >= 0;
        }
        return isNeeded ? always(name) : name;
    }

    private static boolean isPlain(String name) {
        boolean isPlain = true;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            isPlain &= character >= '0' && character <= '9' || character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || PLAIN.indexOf(character) >= 0;
        }
        return isPlain;
    }

    private static String escape(char control) {
        int letter = "\u0007\b\t\n\u000b\f\r".indexOf(control);
        return letter >= 0 ? "\\" + "abtnvfr".charAt(letter) : "\\" + control / 64 + control / 8 % 8 + control % 8;
    }
}
