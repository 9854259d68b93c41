package peaberry.sh.syntax;

/** What becomes of a descriptor for a command. */
public sealed interface Redirection {

    /** The descriptor that changes. */
    int descriptor();

    /** To what a word names: a file or another descriptor. */
    record To(Kind kind, int descriptor, Word target) implements Redirection {}

    /** From text in the script. */
    record FromDocument(int descriptor, HereDocument document) implements Redirection {}

    /** The operators. */
    enum Kind {
        READ("<", 0), WRITE(">", 1), OVERWRITE(">|", 1), APPEND(">>", 1), READ_WRITE("<>", 0), COPY_INPUT("<&", 0), COPY_OUTPUT(">&", 1);

        private final String symbol;
        private final int descriptor;

        Kind(String symbol, int descriptor) {
            this.symbol = symbol;
            this.descriptor = descriptor;
        }

        public String symbol() {
            return symbol;
        }

        /** The descriptor that is meant where none is written. */
        public int usualDescriptor() {
            return descriptor;
        }

        /** The one that is written so, {@code null} if none is. */
        static Kind written(String symbol) {
            for (Kind kind : values()) {
                if (kind.symbol.equals(symbol)) {
                    return kind;
                }
            }
            return null;
        }
    }
}
