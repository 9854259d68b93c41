package peaberry.wires;

import peaberry.abi.KernelError;
import peaberry.console.Terminal;
import peaberry.runtime.Answer;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.NoTerminalServer;

/** What comes from the other end: pieces, each with how many bytes it has before it, 1 to 255; one of none is the end. So any byte can come, and the end as well. */
final class InputRequests extends NoTerminalServer {

    private final Terminal line;
    private final Region memory;
    private int left;
    private boolean isOver;

    /** @param memory where bytes pass */
    InputRequests(Terminal line, Region memory) {
        this.line = line;
        this.memory = memory;
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        if (left == 0 && !isOver) {
            left = line.read();
            isOver = left == 0;
        }
        if (isOver) {
            return refuse(Outcome.END);
        }
        int here = Math.min(left, count);
        for (int i = 0; i < here; i++) {
            memory.setByte(i, line.read());
        }
        left -= here;
        return WindowCopy.write(to, offset, memory, 0, here) == KernelError.NONE ? answerRead(here) : refuse(Outcome.BAD_WINDOW);
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        return refuse(Outcome.WRONG_DIRECTION);
    }
}
