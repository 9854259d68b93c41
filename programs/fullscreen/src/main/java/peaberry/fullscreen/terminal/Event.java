package peaberry.fullscreen.terminal;

/** What comes from a terminal. */
public sealed interface Event permits Key, Event.Size, Event.Closed {

    /** The terminal said how large it is. */
    record Size(int rows, int columns) implements Event {
    }

    /** Nothing will be typed any more. */
    record Closed() implements Event {
    }
}
