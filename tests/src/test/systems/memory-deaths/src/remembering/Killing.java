package remembering;

import peaberry.abi.Interface;
import peaberry.abi.Range;

/** What ends the file server. */
@Interface
public interface Killing {

    /** Ends it now. */
    void kill();

    /** Ends it then, if it is not asked for something else before. @param pause how long that is, in microseconds */
    void killIn(@Range(min = 1, max = Integer.MAX_VALUE) int pause);
}
