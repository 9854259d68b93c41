package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/**
 * A block of a directory, which is full of entries; each by where it is in memory. Linux, Documentation/filesystems/ext4/directory.rst.
 *
 * <pre>
 * entry   u32 inode, 0 if it is none; u16 bytes to the next entry; u8 bytes of the name; u8 type; the name
 * tail    of a block with a checksum: an entry of 12 bytes that is none, of the type 0xDE, whose name is the checksum
 * </pre>
 */
final class DirectoryEntries {

    /** In place of an entry. */
    static final long NONE = -1;
    static final long BROKEN = -2;

    private static final int LENGTH = 4;
    private static final int NAME_BYTES = 6;
    /** Of the word at {@link #LENGTH}: the length is in its lower half, the bytes of the name are in the byte above. */
    private static final int LENGTH_MASK = 0xFFFF;
    private static final int NAME_BYTES_MASK = 0xFF;
    private static final int TYPE = 7;
    private static final int NAME = 8;
    private static final int ALIGNMENT = 4;
    private static final int TAIL_BYTES = 12;
    private static final int TAIL_TYPE = 0xDE;

    private final Volume volume;

    DirectoryEntries(Volume volume) {
        this.volume = volume;
    }

    /**
     * Finds the entry with a name among those of a block.
     *
     * @param text where the name is, from {@code start} to {@code end} - 1
     * @return where it is; {@link #NONE} if there is none; {@link #BROKEN} if the block is not full of entries
     */
    long find(long block, Text text, int start, int end) {
        Region memory = volume.memory();
        long behind = block + volume.superblock().blockBytes();
        long entry = block;
        while (entry < behind) {
            int word = memory.int32(entry + LENGTH);
            int nameBytes = word >>> Short.SIZE & NAME_BYTES_MASK;
            if (!isEntry(word & LENGTH_MASK, nameBytes, behind - entry)) {
                return BROKEN;
            }
            if (nameBytes == end - start && memory.int32(entry) != 0 && isNamed(entry, text, start, end)) {
                return entry;
            }
            entry += word & LENGTH_MASK;
        }
        return NONE;
    }

    /** From the end, where names of which there are many differ mostly. */
    private boolean isNamed(long entry, Text text, int start, int end) {
        for (int i = end - start - 1; i >= 0; i--) {
            if (nameByte(entry, i) != text.byteAt(start + i)) {
                return false;
            }
        }
        return true;
    }

    /** Finds an entry behind whose name so many bytes are free, or one that is none and as large. @return as {@link #find} */
    long findFree(long block, int bytes) {
        Region memory = volume.memory();
        long behind = block + volume.superblock().blockBytes();
        long end = block + room();
        long entry = block;
        while (entry < end) {
            int word = memory.int32(entry + LENGTH);
            int nameBytes = word >>> Short.SIZE & NAME_BYTES_MASK;
            int length = word & LENGTH_MASK;
            if (!isEntry(length, nameBytes, behind - entry)) {
                return BROKEN;
            }
            boolean mayBe = length - needed(nameBytes) >= bytes || length >= bytes && memory.int32(entry) == 0;
            if (mayBe && free(entry, end) >= bytes) {
                return entry;
            }
            entry += length;
        }
        return NONE;
    }

    /** Bytes of an entry that its name does not need. @param end of all entries */
    int free(long entry, long end) {
        return (int) Math.min(length(entry), end - entry) - used(entry);
    }

    private static boolean isEntry(int length, int nameBytes, long most) {
        return length >= NAME && length % ALIGNMENT == 0 && length <= most && NAME + nameBytes <= length;
    }

    /** Whether there is an entry that ends where others may begin. @param end of the block */
    boolean isEntry(long entry, long end) {
        return isEntry(length(entry), nameLength(entry), end - entry);
    }

    /** The inode that an entry names; 0 if it is none. */
    long number(long entry) {
        return volume.memory().int32(entry) & 0xFFFF_FFFFL;
    }

    /** Bytes from an entry to the next one. */
    int length(long entry) {
        return volume.memory().unsignedShort(entry + LENGTH);
    }

    void setLength(long entry, int bytes) {
        volume.memory().setInt16(entry + LENGTH, bytes);
    }

    /** Bytes of an entry's name. */
    int nameLength(long entry) {
        return volume.memory().unsignedByte(entry + NAME_BYTES);
    }

    /** A byte of it, signed. */
    byte nameByte(long entry, int index) {
        return (byte) volume.memory().unsignedByte(entry + NAME + index);
    }

    /** Appends an entry's name. */
    Text appendNameTo(Text text, long entry) {
        for (int i = 0; i < nameLength(entry); i++) {
            text.appendByte(nameByte(entry, i));
        }
        return text;
    }

    /** Whether an entry is that of the directory itself, or of the one above it. */
    boolean isDots(long entry) {
        int length = nameLength(entry);
        return length == 1 && nameByte(entry, 0) == '.' || length == 2 && nameByte(entry, 0) == '.' && nameByte(entry, 1) == '.';
    }

    /** Whether a block begins with the directory itself, in as few bytes as that needs, and the one above it. */
    boolean beginsWithDots(long block) {
        int first = needed(1);
        return length(block) == first && nameLength(block) == 1 && isDots(block) && nameLength(block + first) == 2 && isDots(block + first);
    }

    /** Bytes of an entry that its name needs: those behind them are free. */
    int used(long entry) {
        return number(entry) == 0 ? 0 : needed(nameLength(entry));
    }

    /** Bytes that an entry needs. */
    static int needed(int nameBytes) {
        return (NAME + nameBytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Makes an entry. */
    void put(long entry, int length, Text name, long number, NodeType type) {
        Region memory = volume.memory();
        name(entry, number, type);
        setLength(entry, length);
        memory.setByte(entry + NAME_BYTES, name.length());
        for (int i = 0; i < name.length(); i++) {
            memory.setByte(entry + NAME + i, name.byteAt(i));
        }
    }

    /** Copies what an entry needs. @param length bytes to the next one then */
    void copy(long from, long to, int length) {
        Region memory = volume.memory();
        int used = used(from);
        for (int i = 0; i < used; i += ALIGNMENT) {
            memory.setInt32(to + i, memory.int32(from + i));
        }
        setLength(to, length);
    }

    /** Has an entry name something else. */
    void name(long entry, long number, NodeType type) {
        volume.memory().setInt32(entry, (int) number);
        volume.memory().setByte(entry + TYPE, type(type));
    }

    /** Has an entry name nothing. */
    void clear(long entry) {
        volume.memory().setInt32(entry, 0);
    }

    /** 0 where entries do not say of which type they name something. */
    private int type(NodeType type) {
        if (!volume.superblock().has(Feature.FILE_TYPE)) {
            return 0;
        }
        return switch (type) {
            case FILE -> 1;
            case DIRECTORY -> 2;
            case CHARACTER_DEVICE -> 3;
            case BLOCK_DEVICE -> 4;
            case PIPE -> 5;
            case SOCKET -> 6;
            case LINK -> 7;
        };
    }

    /** Bytes for entries in a block. */
    int room() {
        return volume.superblock().blockBytes() - (hasSums() ? TAIL_BYTES : 0);
    }

    private boolean hasSums() {
        return volume.superblock().has(Feature.METADATA_CHECKSUMS);
    }

    /** Whether the checksum of a block of entries is right. */
    boolean isSumRight(Inode directory, long block) {
        if (!hasSums()) {
            return true;
        }
        long tail = block + room();
        boolean isTail = number(tail) == 0 && length(tail) == TAIL_BYTES && volume.memory().unsignedByte(tail + TYPE) == TAIL_TYPE;
        return isTail && (volume.isVerified(block) || volume.verified(block, volume.memory().int32(tail + NAME) == sum(directory, block)));
    }

    /** Makes it right. */
    void seal(Inode directory, long block) {
        if (!hasSums()) {
            return;
        }
        Region memory = volume.memory();
        long tail = block + room();
        clear(tail);
        setLength(tail, TAIL_BYTES);
        memory.setByte(tail + NAME_BYTES, 0);
        memory.setByte(tail + TYPE, TAIL_TYPE);
        memory.setInt32(tail + NAME, sum(directory, block));
    }

    private int sum(Inode directory, long block) {
        return Crc32c.add(directory.sumOfNumber(), volume.memory(), block, room());
    }
}
