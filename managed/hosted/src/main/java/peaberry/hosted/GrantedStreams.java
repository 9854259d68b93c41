package peaberry.hosted;

import java.util.stream.Stream;
import peaberry.runtime.Grants;
import peaberry.runtime.Program;
import peaberry.stream.ByteStream;
import peaberry.stream.StandardStream;

/** The streams that whoever started the process gave it. */
final class GrantedStreams implements Streams {

    /** The status of who writes what nobody reads: 128 and the number of SIGPIPE. */
    private static final int STATUS_BROKEN = 128 + 13;

    private final StandardStream in = new StandardStream("stdin", "stdin-file");
    private final StandardStream out = new StandardStream("stdout", "stdout-file");
    private final StandardStream error = new StandardStream("stderr", "stderr-file");

    /** Whether the process was given any. */
    static boolean exist() {
        return Stream.of("stdin", "stdout", "stderr").flatMap(name -> Stream.of(name, name + StandardStream.FILE)).anyMatch(name -> !Grants.find(name).isNone());
    }

    @Override
    public void write(boolean isError, byte[] bytes, int from, int count) {
        StandardStream to = isError ? error : out;
        if (count > 0 && to.exists() && to.write(bytes, from, count) == ByteStream.Outcome.BROKEN) {
            Program.exit(STATUS_BROKEN);
        }
    }

    @Override
    public void flush() {
        // Nothing is collected.
    }

    @Override
    public int read(byte[] to, int from, int count) {
        return in.exists() ? Math.max(END, in.read(to, from, count)) : END;
    }
}
