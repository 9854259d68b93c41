package peaberry.sh.run;

/** Writes values so that a shell reads them back. */
public final class Quoting {

    private Quoting() {}

    /** In single quotes; those in the text stand in double quotes. */
    public static String quote(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
