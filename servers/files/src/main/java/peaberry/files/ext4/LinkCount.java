package peaberry.files.ext4;

/** How many names a directory has: its own, one within itself, and one within each of its subdirectories; or one, if it does not count these. */
final class LinkCount {

    /** More are not counted. */
    static final int MOST = 65_000;

    private LinkCount() {
    }

    static int withOneMore(int links) {
        return links == 1 || links >= MOST ? 1 : links + 1;
    }

    static int withOneLess(int links) {
        return links > 2 ? links - 1 : links;
    }
}
