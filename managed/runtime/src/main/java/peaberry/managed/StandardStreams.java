package peaberry.managed;

import peaberry.runtime.Grants;

/** Where a program's bytes leave and enter: {@code System.out}, {@code System.err} and {@code System.in}. */
public interface StandardStreams {

    /** Where they do. */
    StandardStreams CHOSEN = choose();

    private static StandardStreams choose() {
        return GrantedStreams.exist() || Grants.find(ConsoleStreams.CONSOLE).isNone() ? new GrantedStreams() : new ConsoleStreams();
    }

    /** Writes bytes, which may be collected until a line ends. @param error whether they are of {@code System.err} */
    void write(boolean error, byte[] bytes, int from, int count);

    /** Hands over what was collected. */
    void flush();

    /** The next byte, 0 to 255, once there is one; -1 at the end. */
    int read();
}
