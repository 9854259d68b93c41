package peaberry.hostfiles;

import peaberry.runtime.Region;

/** What carries a request to the host and its answer back: memory with a place for each. */
interface Wire {

    /** Bytes of the longest request, and of the longest answer. */
    int MAX_BYTES = 68 << 10;

    Region memory();

    /** Where in the memory a request begins. */
    long request();

    /** Where an answer does. What is there can change at any time. */
    long answer();

    /** Sends a request and waits for its answer. @return how many bytes the host says that this has, at most {@link #MAX_BYTES} */
    int exchange(int requestBytes);
}
