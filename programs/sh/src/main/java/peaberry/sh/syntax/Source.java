package peaberry.sh.syntax;

/** Where a parser gets its text: a file, a string, or somebody who types. */
@FunctionalInterface
public interface Source {

    /** The next line with its line feed (the last one may have none); {@code null} at the end. */
    String nextLine();

    /** A whole text. */
    static Source of(String text) {
        return new Source() {
            private boolean read;

            @Override
            public String nextLine() {
                if (read || text.isEmpty()) {
                    return null;
                }
                read = true;
                return text;
            }
        };
    }
}
