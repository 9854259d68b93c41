package peaberry.fullscreen.top;

import java.io.IOException;

/** Who can say what runs. */
public interface Tasks {

    /** How all is now. @throws IOException with the reason, in the user's terms, if that is not to be known */
    Census look() throws IOException;
}
