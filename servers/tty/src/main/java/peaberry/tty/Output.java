package peaberry.tty;

/** Where the bytes go that a client writes. */
interface Output {

    /** Prints a byte, or what is shown in its place. @param value 0 to 255 */
    void print(int value);
}
