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

    private static final DeviceFault[] ALL = values();

    /** The one of that number; {@link #NONE} if there is none. */
    public static DeviceFault of(int number) {
        return number >= 0 && number < ALL.length ? ALL[number] : NONE;
    }
}
