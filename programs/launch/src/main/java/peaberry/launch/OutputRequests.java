package peaberry.launch;

import peaberry.abi.KernelError;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.NoTerminalServer;

/** Writing to one of the host's streams. */
final class OutputRequests extends NoTerminalServer {

    private final Output output;
    private final Region memory;
    private final int stream;

    /** @param memory where {@code output} finds the bytes @param stream its digit */
    OutputRequests(Output output, Region memory, int stream) {
        this.output = output;
        this.memory = memory;
        this.stream = stream;
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        return refuse(Outcome.WRONG_DIRECTION);
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        int page = (int) UserLayout.PAGE;
        for (int done = 0; done < count; done += page) {
            int here = Math.min(page, count - done);
            if (WindowCopy.read(from, offset + done, memory, 0, here) != KernelError.NONE) {
                return refuse(Outcome.BAD_WINDOW);
            }
            output.send(stream, here);
        }
        return answerWrite();
    }
}
