package peaberry.launch;

import peaberry.abi.KernelError;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.NoTerminalServer;

/** Reading what the host was given. One reads at a time: whoever started the program, and then that. */
final class InputRequests extends NoTerminalServer {

    private final Input input = new Input();
    /** Where bytes pass to a reader. */
    private final Region memory;
    private boolean isReaderWaiting;
    private Caller reader = new Caller(0);
    private Window window = Window.at(0);
    private long offset;
    private int wanted;
    private ArrivalRequests arrival;

    InputRequests(Region memory) {
        this.memory = memory;
    }

    /** Says who is to be told when there is room. */
    void connect(ArrivalRequests its) {
        arrival = its;
    }

    @Override
    protected Answer read(int count, Window to, long at) {
        if (isReaderWaiting) {
            isReaderWaiting = false;
            refuse(reader, Outcome.BUSY);
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        reader = keep();
        isReaderWaiting = true;
        window = to;
        offset = at;
        wanted = count;
        serve();
        return Answer.NONE;
    }

    @Override
    protected Answer write(int count, Window from, long at) {
        return refuse(Outcome.WRONG_DIRECTION);
    }

    /** Takes a byte of the line. @return whether there is room for another one */
    boolean arrive(int value) {
        input.arrive(value);
        serve();
        return !input.isFull();
    }

    private void serve() {
        if (isReaderWaiting && input.isAtEnd()) {
            input.passEnd();
            isReaderWaiting = false;
            refuse(reader, Outcome.END);
        } else if (isReaderWaiting && input.readable() > 0) {
            int count = Math.min(Math.min(input.readable(), wanted), (int) UserLayout.PAGE);
            for (int i = 0; i < count; i++) {
                memory.setByte(i, input.byteAt(i));
            }
            isReaderWaiting = false;
            if (WindowCopy.write(window, offset, memory, 0, count) == KernelError.NONE) {
                input.take(count);
                answerRead(reader, count);
                arrival.goOn();
            } else {
                refuse(reader, Outcome.BAD_WINDOW);
            }
        }
    }
}
