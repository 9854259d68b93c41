package peaberry.managed;

/** How a process ends that comes to its end by itself. */
interface Ending {

    /** The one that programs use. */
    Ending CHOSEN = new SystemEnding();

    /** Ends the process; does not return. @param status what its program says of how it went, 0 if all is well */
    void end(int status);
}
