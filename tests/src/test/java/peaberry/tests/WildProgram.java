package peaberry.tests;

/** Ways in which a program image can be wrong; each is a sound one with eight bytes changed. */
enum WildProgram {

    /** No ELF magic. */
    NO_ELF(false, 0, 0),
    /** {@code e_entry}. */
    ENTRY_OUTSIDE(false, 24, 0x10),
    /** {@code e_phoff}. */
    HEADERS_OUTSIDE(false, 32, 1L << 40),
    /** {@code p_type} and {@code p_flags}: loadable, and all of read, write and execute. */
    WRITABLE_AND_EXECUTABLE(true, 0, 7L << 32 | 1),
    /** {@code p_offset}. */
    NOT_IN_THE_FILE(true, 8, 1L << 40),
    /** {@code p_vaddr}. */
    AT_NULL(true, 16, 0),
    IN_THE_KERNEL(true, 16, 0xFFFF_FFFF_8000_0000L),
    ACROSS_THE_END(true, 16, 0x7FFF_FFFF_F000L),
    UNALIGNED(true, 16, 0x40_0001),
    /** {@code p_memsz}. */
    LARGER_THAN_ALL_MEMORY(true, 40, Long.MAX_VALUE);

    private final boolean ofSegment;
    private final int offset;
    private final long value;

    WildProgram(boolean ofSegment, int offset, long value) {
        this.ofSegment = ofSegment;
        this.offset = offset;
        this.value = value;
    }

    byte[] of(byte[] sound) {
        return ofSegment ? BootFiles.withSegment(sound, offset, value) : BootFiles.withHeader(sound, offset, value);
    }
}
