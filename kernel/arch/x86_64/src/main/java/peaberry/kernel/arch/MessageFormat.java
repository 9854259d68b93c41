package peaberry.kernel.arch;

/**
 * Interrupts as writes to memory: Intel SDM volume 3, 11.11 (compatibility format); VT-d specification, 5.1.2.2 (remappable
 * format, in which the address names an entry of the remapping table and nothing else counts).
 */
final class MessageFormat {

    /** The first address of the range to which writes are interrupts, 1 MiB long. */
    static final long TARGET = 0xFEE0_0000L;
    static final long TARGET_END = 0xFEF0_0000L;

    private static final int PROCESSOR_SHIFT = 12;
    private static final int HANDLE_SHIFT = 5;
    private static final long REMAPPABLE = 1 << 4;

    private MessageFormat() {
    }

    /** Where to write the vector to interrupt a processor. @param processor its local APIC's number, 0 to 255 */
    static long compatible(int processor) {
        return TARGET | (long) (processor & 0xFF) << PROCESSOR_SHIFT;
    }

    /** Where to write 0 to interrupt as a remapping entry says. @param entry 0 to 255 */
    static long remappable(int entry) {
        return TARGET | (long) (entry & 0xFF) << HANDLE_SHIFT | REMAPPABLE;
    }
}
