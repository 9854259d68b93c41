package peaberry.wires;

import peaberry.abi.KernelError;
import peaberry.runtime.Answer;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.NoTerminalServer;

/** What goes to the other end. A line that has more than one stream has a byte before each of another stream's, and before itself. */
final class OutputRequests extends NoTerminalServer {

    /** On a line with two streams: the next byte is the other one's, or this one. */
    private static final int MARK = 0x10;

    private final Line line;
    private final Region memory;
    private final Framing framing;

    enum Framing {
        /** The line has this stream alone. */
        NONE,
        /** It has another one, whose bytes are marked. */
        FIRST,
        /** It is that other one. */
        SECOND
    }

    /** @param memory where bytes pass */
    OutputRequests(Line line, Region memory, Framing framing) {
        this.line = line;
        this.memory = memory;
        this.framing = framing;
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        int size = (int) memory.size();
        for (int done = 0; done < count; done += size) {
            int here = Math.min(size, count - done);
            if (WindowCopy.read(from, offset + done, memory, 0, here) != KernelError.NONE) {
                return refuse(Outcome.BAD_WINDOW);
            }
            for (int i = 0; i < here; i++) {
                put(memory.unsignedByte(i));
            }
            line.flush();
        }
        return answerWrite();
    }

    /** The other stream's bytes have the highest bit set, so that they are told from the mark: what is sent there is numbers, in halves. */
    private void put(int value) {
        switch (framing) {
            case NONE -> line.put(value);
            case FIRST -> {
                if (value == MARK) {
                    line.put(MARK);
                }
                line.put(value);
            }
            case SECOND -> {
                line.put(MARK);
                line.put(0x80 | value >>> 4);
                line.put(MARK);
                line.put(0x80 | value & 0xF);
            }
        }
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        return refuse(Outcome.WRONG_DIRECTION);
    }
}
