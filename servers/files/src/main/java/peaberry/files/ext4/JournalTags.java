package peaberry.files.ext4;

import peaberry.runtime.Region;

/**
 * What a descriptor of the journal says about the blocks behind it, one after the other. Linux, Documentation/filesystems/ext4/journal.rst, "Descriptor Block".
 *
 * <pre>
 * long checksums   u32 block, u32 flags, u32 the block's upper half, u32 checksum
 * others           u32 block, u16 checksum, u16 flags, u32 the block's upper half if numbers are long; 2 bytes more with checksums
 * both             16 bytes more, an identifier, unless the flags say that it is the same
 * </pre>
 */
final class JournalTags {

    /** The block began with the journal's magic number, in place of which it has zeros. */
    private static final int FLAG_ESCAPED = 0x1;
    private static final int FLAG_SAME_IDENTIFIER = 0x2;
    private static final int FLAG_LAST = 0x8;

    private static final int HEAD_BYTES = 12;
    private static final int IDENTIFIER_BYTES = 16;
    private static final int LONG_FLAGS = 4;
    private static final int LONG_HIGH = 8;
    private static final int LONG_SUM = 12;
    private static final int LONG_BYTES = 16;
    private static final int SHORT_SUM = 4;
    private static final int SHORT_FLAGS = 6;
    private static final int SHORT_HIGH = 8;
    private static final int SHORT_BYTES = 8;

    private final JournalSuperblock journal;
    /** Where the descriptor is in memory; what is behind its tags, and the next tag, from there on. */
    private long start;
    private long end;
    private long next;
    private int flags;
    private long block;
    private int sum;

    JournalTags(JournalSuperblock journal) {
        this.journal = journal;
    }

    /** Begins with those of a descriptor. @param at where it is in the memory @param bytes of a block */
    void begin(long at, int bytes) {
        start = at;
        next = HEAD_BYTES;
        end = bytes - (journal.hasChecksums() ? Integer.BYTES : 0);
        flags = 0;
    }

    /** Says where the descriptor is now. */
    void moveTo(long at) {
        start = at;
    }

    /** Appends one to a descriptor that was begun: of a block that follows. @param other its checksum */
    void append(Region memory, long number, boolean escaped, int other) {
        int bits = (escaped ? FLAG_ESCAPED : 0) | FLAG_SAME_IDENTIFIER;
        long at = start + next;
        memory.setInt32(at, Integer.reverseBytes((int) number));
        if (journal.hasLongChecksums()) {
            memory.setInt32(at + LONG_FLAGS, Integer.reverseBytes(bits));
            memory.setInt32(at + LONG_HIGH, Integer.reverseBytes((int) (number >>> Integer.SIZE)));
            memory.setInt32(at + LONG_SUM, Integer.reverseBytes(other));
        } else {
            memory.setInt32(at + SHORT_SUM, Integer.reverseBytes(bits));
            if (journal.hasLongNumbers()) {
                memory.setInt32(at + SHORT_HIGH, Integer.reverseBytes((int) (number >>> Integer.SIZE)));
            }
        }
        next += bytes();
    }

    /** Says of the tag that was appended last that it is the last one. */
    void end(Region memory) {
        long at = start + next - bytes() + (journal.hasLongChecksums() ? LONG_FLAGS : SHORT_SUM);
        memory.setInt32(at, memory.int32(at) | Integer.reverseBytes(FLAG_LAST));
    }

    /** Whether there is room for one more. */
    boolean hasRoom() {
        return next + bytes() <= end;
    }

    /** Goes to the next one. @return whether there is one */
    boolean advance(Region memory) {
        int bytes = bytes();
        if ((flags & FLAG_LAST) != 0 || next + bytes > end) {
            return false;
        }
        long at = start + next;
        long low = JournalSuperblock.big(memory, at) & 0xFFFF_FFFFL;
        if (journal.hasLongChecksums()) {
            flags = JournalSuperblock.big(memory, at + LONG_FLAGS);
            sum = JournalSuperblock.big(memory, at + LONG_SUM);
            block = low | high(memory, at + LONG_HIGH);
        } else {
            flags = bigShort(memory, at + SHORT_FLAGS);
            sum = bigShort(memory, at + SHORT_SUM);
            block = low | high(memory, at + SHORT_HIGH);
        }
        next += bytes + ((flags & FLAG_SAME_IDENTIFIER) != 0 ? 0 : IDENTIFIER_BYTES);
        return true;
    }

    private int bytes() {
        if (journal.hasLongChecksums()) {
            return LONG_BYTES;
        }
        return SHORT_BYTES + (journal.hasLongNumbers() ? Integer.BYTES : 0) + (journal.hasChecksums() ? Short.BYTES : 0);
    }

    private long high(Region memory, long offset) {
        return journal.hasLongNumbers() ? (long) JournalSuperblock.big(memory, offset) << Integer.SIZE : 0;
    }

    private static int bigShort(Region memory, long offset) {
        return memory.unsignedByte(offset) << Byte.SIZE | memory.unsignedByte(offset + 1);
    }

    /** The block of the file system; any number. */
    long block() {
        return block;
    }

    boolean isEscaped() {
        return (flags & FLAG_ESCAPED) != 0;
    }

    /** Whether a checksum is the block's: as much of it as is noted. */
    boolean hasSum(int other) {
        return sum == (journal.hasLongChecksums() ? other : other & 0xFFFF);
    }
}
