package peaberry.tty;

import peaberry.console.Terminal;
import peaberry.runtime.Answer;
import peaberry.stream.TypingServer;

/** What is typed. */
final class TypingRequests extends TypingServer {

    private final Terminal console;
    private final LineDiscipline discipline;
    private final StreamRequests streams;
    private final Foreground foreground;

    TypingRequests(Terminal console, LineDiscipline discipline, StreamRequests streams, Foreground foreground) {
        this.console = console;
        this.discipline = discipline;
        this.streams = streams;
        this.foreground = foreground;
    }

    @Override
    protected Answer typed(int value) {
        LineDiscipline.Event event = discipline.type(value);
        console.print(discipline.echo).flush();
        discipline.echo.clear();
        switch (event) {
            case READABLE -> streams.serveReaders();
            case INTERRUPT -> foreground.interrupt();
            case STOP -> foreground.stop();
            case NONE -> { }
        }
        return answerTyped();
    }
}
