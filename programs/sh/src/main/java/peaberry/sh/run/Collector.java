package peaberry.sh.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;

/** Collects in memory what the commands of a substitution write. Programs write into pipes that {@link Feeds} read. */
final class Collector implements Channel {

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final List<Feeds> later = new ArrayList<>();

    /** These go on writing in the background. */
    void expect(Feeds feeds) {
        later.add(feeds);
    }

    /** All that is ever written, once everybody has ended. */
    byte[] content() throws IOException {
        for (Feeds feeds : later) {
            feeds.drain();
        }
        return collected.toByteArray();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        throw new IOException("only written to");
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        collected.write(from, offset, length);
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        // what was collected is still to be read
    }
}
