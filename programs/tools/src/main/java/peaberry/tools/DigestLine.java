package peaberry.tools;

import peaberry.sh.system.Utf8;

/**
 * A line of {@code sha256sum}: a digest and whose it is, in one of three forms: {@code DIGEST  NAME}, {@code DIGEST *NAME}, {@code SHA256 (NAME) = DIGEST}. A name with line ends or backslashes is
 * written with these replaced, and the line begins with a backslash then.
 *
 * @param digest in small hexadecimal digits
 */
record DigestLine(String digest, String name) {

    private static final int DIGITS = 64;
    private static final String TAG = "SHA256 (";
    private static final String TAG_END = ") = ";

    /** Reads one. @return null if it is none */
    static DigestLine parse(byte[] bytes) {
        String line = Utf8.decode(bytes);
        line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        boolean isEscaped = line.startsWith("\\");
        String rest = (isEscaped ? line.substring(1) : line).replaceFirst("^[ \t]+", "");
        int end = rest.lastIndexOf(TAG_END);
        boolean isTagged = rest.startsWith(TAG) && end >= TAG.length();
        String digest = isTagged ? rest.substring(end + TAG_END.length()) : rest.substring(0, Math.min(DIGITS, rest.length()));
        String name = isTagged ? rest.substring(TAG.length(), end) : nameBehind(rest);
        name = name != null && isEscaped ? unescaped(name) : name;
        return name == null || name.isEmpty() || !isDigest(digest) ? null : new DigestLine(digest.toLowerCase(), name);
    }

    /** What is behind a digest: a blank, another one or a star, and the name; the second may be missing. */
    private static String nameBehind(String line) {
        if (line.length() < DIGITS + 2 || line.charAt(DIGITS) != ' ') {
            return null;
        }
        char mark = line.charAt(DIGITS + 1);
        return line.substring(mark == ' ' || mark == '*' ? DIGITS + 2 : DIGITS + 1);
    }

    private static boolean isDigest(String text) {
        boolean isDigest = text.length() == DIGITS;
        for (int i = 0; isDigest && i < DIGITS; i++) {
            isDigest = Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128;
        }
        return isDigest;
    }

    private static String unescaped(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each != '\\') {
                plain.append(each);
                continue;
            }
            i++;
            switch (i < name.length() ? name.charAt(i) : 0) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case '\\' -> plain.append('\\');
                default -> {
                    return null;
                }
            }
        }
        return plain.toString();
    }

    /** The line's text. @param end behind it: if that is a line feed, names are written so that they have none */
    String text(boolean isTagged, boolean isBinary, char end) {
        String written = end == '\n' ? name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") : name;
        String mark = written.equals(name) ? "" : "\\";
        return mark + (isTagged ? TAG + written + TAG_END + digest : digest + (isBinary ? " *" : "  ") + written) + end;
    }

    /** A name as it is told. */
    static String shown(String name) {
        boolean isPlain = name.indexOf('\n') < 0;
        return isPlain ? name : "\\" + name.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
