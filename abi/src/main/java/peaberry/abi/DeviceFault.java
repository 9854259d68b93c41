package peaberry.abi;

/** What a device tried to do and may not. The ordinal is what {@link Invocation#IO_SPACE_TAKE_FAULT} answers. */
public enum DeviceFault {
    NONE,
    /** To read memory that it was not given to read. */
    READ,
    /** To write memory that it was not given to write. */
    WRITE,
    /** To raise an interrupt that is not its own. */
    INTERRUPT;
}
