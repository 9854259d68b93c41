package peaberry.tty;

import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.stream.TypingServer;

/**
 * What is typed. Ctrl-C and Ctrl-Z have their effect at once, unless keys are wanted; everything else waits until it is asked for. While there is no room, whoever listens is not answered.
 */
final class TypingRequests extends TypingServer {

    private final LineDiscipline discipline;
    private final TypeAhead ahead;
    private final StreamRequests streams;
    private final Foreground foreground;
    /** Who listens, if there is no room. */
    private Caller listener;
    private boolean isWaiting;

    TypingRequests(LineDiscipline discipline, TypeAhead ahead, StreamRequests streams, Foreground foreground) {
        this.discipline = discipline;
        this.ahead = ahead;
        this.streams = streams;
        this.foreground = foreground;
        streams.connect(this);
    }

    @Override
    protected Answer typed(int value) {
        if (discipline.isSignal(value)) {
            ahead.clear();
            LineDiscipline.Event event = discipline.type(value);
            streams.showEcho();
            signal(event);
            return answerTyped();
        }
        if (ahead.isFull()) {
            return answerTyped(); // the one who listened before was not answered yet: what this one has typed is lost
        }
        ahead.add(value);
        streams.serveReaders();
        if (!ahead.isFull() || !canKeep()) {
            return answerTyped();
        }
        isWaiting = true;
        listener = keep();
        return Answer.NONE;
    }

    /** Something was read. */
    void goOn() {
        if (isWaiting && !ahead.isFull()) {
            isWaiting = false;
            answerTyped(listener);
        }
    }

    private void signal(LineDiscipline.Event event) {
        if (event == LineDiscipline.Event.STOP) {
            foreground.stop();
        } else if (foreground.isThere()) {
            streams.noteInterrupt();
            foreground.interrupt();
        } else {
            streams.noteInterrupt();
            streams.interruptReader();
        }
    }
}
