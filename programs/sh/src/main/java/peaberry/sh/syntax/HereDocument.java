package peaberry.sh.syntax;

/** The text of a here-document. The parser meets its operator before its text, which is set once the line has ended. */
public final class HereDocument {

    private Word body = Word.EMPTY;

    void setBody(Word read) {
        body = read;
    }

    /** What is to be expanded; text that must not be is quoted. */
    public Word body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HereDocument document && document.body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    @Override
    public String toString() {
        return "HereDocument[" + body + "]";
    }
}
