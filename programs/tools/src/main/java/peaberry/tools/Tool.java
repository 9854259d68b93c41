package peaberry.tools;

import java.io.IOException;

/** What one command does. */
interface Tool {

    /** The answer is the exit status. What is thrown ends it with {@link #failure}, and is told to the user. */
    int run(Call call) throws IOException;

    /** The status of a tool that could not do what it was asked at all. */
    default int failure() {
        return 1;
    }
}
