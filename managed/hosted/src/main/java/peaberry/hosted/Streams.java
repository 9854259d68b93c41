package peaberry.hosted;

/** Where a program's bytes leave and enter. */
interface Streams {

    /** What reading answers when there is nothing more. */
    int END = -1;

    /** Those that whoever started the process gave it; else the console. */
    static Streams choose() {
        return GrantedStreams.exist() ? new GrantedStreams() : new ConsoleStreams();
    }

    /** Writes bytes, which may be collected. @param isError whether they are of {@code System.err} */
    void write(boolean isError, byte[] bytes, int from, int count);

    /** Hands over what was collected. */
    void flush();

    /** Reads some bytes, 1 at least, once there are some. @return how many, or {@link #END} */
    int read(byte[] to, int from, int count);
}
