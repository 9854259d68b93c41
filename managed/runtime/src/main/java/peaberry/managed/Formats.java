package peaberry.managed;

/** What the class library's formats lack. */
public final class Formats {

    private static final String LINE_END = "%n";

    private Formats() {
    }

    /** A format with line feeds in place of {@code %n}, which TeaVM does not know: the compiler has each format go through here. */
    public static String withLineEnds(String format) {
        if (!format.contains(LINE_END)) {
            return format;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.startsWith(LINE_END, i)) {
                text.append('\n');
                i++;
            } else if (format.startsWith("%%", i)) {
                text.append("%%");
                i++;
            } else {
                text.append(format.charAt(i));
            }
        }
        return text.toString();
    }
}
