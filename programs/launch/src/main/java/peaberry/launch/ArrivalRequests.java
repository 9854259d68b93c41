package peaberry.launch;

import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.stream.TypingServer;

/** What comes by the line, byte by byte. Who listens there is answered when there is room for the next one, so that meanwhile the line waits. */
final class ArrivalRequests extends TypingServer {

    private final InputRequests input;
    private boolean isWaiting;
    private Caller listener = new Caller(0);

    ArrivalRequests(InputRequests input) {
        this.input = input;
        input.connect(this);
    }

    @Override
    protected Answer typed(int value) {
        if (input.arrive(value) || !canKeep()) {
            return answerTyped();
        }
        listener = keep();
        isWaiting = true;
        return Answer.NONE;
    }

    /** There is room again. */
    void goOn() {
        if (isWaiting) {
            isWaiting = false;
            answerTyped(listener);
        }
    }
}
