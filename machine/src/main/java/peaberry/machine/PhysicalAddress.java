package peaberry.machine;

/**
 * An address of physical memory. Only trusted code makes one, so whoever holds one was handed it.
 *
 * @param value bytes from the start of physical memory, 0 to 2^52 - 1
 */
@Unboxed
public record PhysicalAddress(long value) {

    /** The start of memory, where no kernel object is: what a field holds that has no address yet. */
    public static final PhysicalAddress ZERO = new PhysicalAddress(0);

    /** The address {@code value}, in bytes. */
    @Trusted
    public static PhysicalAddress of(long value) {
        return new PhysicalAddress(value);
    }

    /** The address {@code bytes} further on. */
    @Trusted
    public PhysicalAddress plus(long bytes) {
        return new PhysicalAddress(value + bytes);
    }

    /** Whether both are the same address. */
    public boolean is(PhysicalAddress other) {
        return value == other.value;
    }
}
