package peaberry.sh.run;

import java.util.List;

/** Writes values so that a shell reads them back. */
public final class Quoting {

    private Quoting() {}

    private static final String PLAIN = "%+,-./:=@_";

    /** A command's fields, of which those are quoted that need it. */
    static String command(List<String> fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            boolean isPlain = !field.isEmpty() && field.chars().allMatch(character -> Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            text.append(text.isEmpty() ? "" : " ").append(isPlain ? field : quote(field));
        }
        return text.toString();
    }

    /** In single quotes; those in the text stand in double quotes. */
    public static String quote(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
