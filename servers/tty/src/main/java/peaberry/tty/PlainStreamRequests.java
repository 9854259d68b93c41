package peaberry.tty;

import peaberry.runtime.Answer;
import peaberry.runtime.Window;
import peaberry.stream.NoTerminalServer;

/** The same streams, for those whose text is to be shown and nothing more: who writes what a terminal is to obey needs another one. */
final class PlainStreamRequests extends NoTerminalServer {

    private final StreamRequests streams;
    private final Output output;

    PlainStreamRequests(StreamRequests streams, Output raw) {
        this.streams = streams;
        output = new PlainOutput(raw);
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        return streams.read(count, to, offset);
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        return streams.write(count, from, offset, output);
    }

    @Override
    protected Answer plain() {
        return streams.plain();
    }
}
