package peaberry.abi;

/**
 * The boot archive: the programs and tables that the loader hands over with the kernel, as {@code docs/architecture.md}
 * lays them out. An instance is made once and opened on bytes that do not change while it is used; after {@link #open}
 * answered {@link Problem#NONE}, every entry lies inside of them. Until then it has no entries.
 */
public final class BootArchive {

    /** {@code "PEABERRY"} as a little-endian number. */
    public static final long MAGIC = 0x5952_5245_4241_4550L;
    public static final int VERSION = 1;
    /** Bytes before the first entry: magic, version, count, total size, checksum, zero. */
    public static final int HEADER_BYTES = 32;
    public static final int VERSION_OFFSET = 8;
    public static final int COUNT_OFFSET = 12;
    public static final int TOTAL_OFFSET = 16;
    public static final int CHECKSUM_OFFSET = 24;
    /** Bytes of an entry: name, kind, zero, offset, length. */
    public static final int ENTRY_BYTES = 48;
    public static final int NAME_BYTES = 24;
    public static final int KIND_OFFSET = 24;
    public static final int DATA_OFFSET = 32;
    public static final int LENGTH_OFFSET = 40;
    /** The most entries in an archive. */
    public static final int MAX_ENTRIES = 256;

    /** What an entry holds. The format's number is the ordinal plus one. */
    public enum Kind {
        PROGRAM,
        /** Of the program of the same name, or of the kernel. */
        LINE_TABLE,
        /** Which processes there are: see {@link SystemTable}. */
        SYSTEM;

        private static final int COUNT = values().length;

        /** The number in the archive. */
        public int number() {
            return ordinal() + 1;
        }
    }

    /** Why bytes are not an archive. */
    public enum Problem {
        NONE("no problem"),
        TOO_SHORT("the archive is shorter than its header"),
        WRONG_MAGIC("there is no archive where one should be"),
        WRONG_VERSION("the archive is of another version"),
        WRONG_SIZE("the archive's size does not fit its header"),
        WRONG_CHECKSUM("the archive's checksum is wrong"),
        BAD_NAME("an entry of the archive has no proper name, or the name of another"),
        BAD_KIND("an entry of the archive is of no known kind"),
        BAD_RANGE("an entry of the archive lies outside of it");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        /** In a user's words. */
        public String text() {
            return text;
        }
    }

    private static final ByteRange NOTHING = new ByteRange();

    private Bytes bytes = NOTHING;
    private int entries;

    /** An archive that is not open. */
    public BootArchive() {
        // Every field is as it should be.
    }

    /** Checks everything; on a problem the archive is left without entries. */
    public Problem open(Bytes archive) {
        return open(archive, true);
    }

    /** The same of an archive whose checksum somebody has compared that is to be trusted, as the kernel has with that which root sees. */
    public Problem openCompared(Bytes archive) {
        return open(archive, false);
    }

    private Problem open(Bytes archive, boolean compares) {
        bytes = archive;
        entries = 0;
        if (archive.size() < HEADER_BYTES) {
            return Problem.TOO_SHORT;
        }
        if (archive.int64(0) != MAGIC) {
            return Problem.WRONG_MAGIC;
        }
        if (archive.int32(VERSION_OFFSET) != VERSION) {
            return Problem.WRONG_VERSION;
        }
        int count = archive.int32(COUNT_OFFSET);
        long total = archive.int64(TOTAL_OFFSET);
        if (count < 0 || count > MAX_ENTRIES || total < tableEnd(count) || total > archive.size()) {
            return Problem.WRONG_SIZE;
        }
        if (compares && Crc32.of(archive, HEADER_BYTES, total) != archive.int32(CHECKSUM_OFFSET)) {
            return Problem.WRONG_CHECKSUM;
        }
        for (int entry = 0; entry < count; entry++) {
            Problem problem = check(entry, count, total);
            if (problem != Problem.NONE) {
                return problem;
            }
        }
        entries = count;
        return Problem.NONE;
    }

    /** How many entries there are. */
    public int entries() {
        return entries;
    }

    /** The entry of this name and kind, 0 to {@link #entries()} - 1, or -1. */
    public int find(String name, Kind kind) {
        for (int entry = 0; entry < entries; entry++) {
            if (number(entry) == kind.number() && isNamed(entry, name)) {
                return entry;
            }
        }
        return -1;
    }

    /** The entry of this kind whose name, padded with NUL, is in {@code names} at {@code offset}; or -1. */
    public int find(Bytes names, long offset, Kind kind) {
        for (int entry = 0; entry < entries; entry++) {
            if (number(entry) == kind.number() && hasSameName(entry, names, offset)) {
                return entry;
            }
        }
        return -1;
    }

    /** Whether the entry is of this kind. */
    public boolean isOfKind(int entry, Kind kind) {
        return exists(entry) && number(entry) == kind.number();
    }

    /** Bytes from the start of the archive to the entry's data, a multiple of {@link UserLayout#PAGE}; 0 if there is no such entry. */
    public long offset(int entry) {
        return exists(entry) ? bytes.int64(at(entry) + DATA_OFFSET) : 0;
    }

    /** The entry's length in bytes; 0 if there is no such entry. */
    public long length(int entry) {
        return exists(entry) ? bytes.int64(at(entry) + LENGTH_OFFSET) : 0;
    }

    /** How many characters the entry's name has; 0 if there is no such entry. */
    public int nameLength(int entry) {
        return exists(entry) ? measureName(at(entry)) : 0;
    }

    /** One character of the entry's name, printable ASCII. @param index 0 to {@link #nameLength} - 1 */
    public char nameChar(int entry, int index) {
        return exists(entry) && index >= 0 && index < NAME_BYTES ? (char) bytes.unsignedByte(at(entry) + index) : 0;
    }

    /** Points {@code range} at the entry's data; at nothing if there is no such entry. */
    public void show(int entry, ByteRange range) {
        range.show(bytes, offset(entry), length(entry));
    }

    private Problem check(int entry, int count, long total) {
        long at = at(entry);
        if (!isProperName(at) || isNameTaken(entry)) {
            return Problem.BAD_NAME;
        }
        int kind = number(entry);
        if (kind < 1 || kind > Kind.COUNT) {
            return Problem.BAD_KIND;
        }
        long offset = bytes.int64(at + DATA_OFFSET);
        long length = bytes.int64(at + LENGTH_OFFSET);
        boolean inside = offset >= tableEnd(count) && offset <= total && length >= 0 && length <= total - offset;
        return inside && offset % UserLayout.PAGE == 0 ? Problem.NONE : Problem.BAD_RANGE;
    }

    /** Printable characters, at least one, then nothing but NUL. */
    private boolean isProperName(long at) {
        int length = measureName(at);
        for (int i = 0; i < NAME_BYTES; i++) {
            int character = bytes.unsignedByte(at + i);
            boolean proper = i < length ? character > ' ' && character < 0x7F : character == 0;
            if (!proper) {
                return false;
            }
        }
        return length > 0;
    }

    private boolean isNameTaken(int entry) {
        for (int earlier = 0; earlier < entry; earlier++) {
            if (number(earlier) == number(entry) && hasSameName(earlier, bytes, at(entry))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSameName(int entry, Bytes names, long offset) {
        boolean same = true;
        for (int i = 0; same && i < NAME_BYTES; i += Long.BYTES) {
            same = bytes.int64(at(entry) + i) == names.int64(offset + i);
        }
        return same;
    }

    private boolean isNamed(int entry, String name) {
        if (measureName(at(entry)) != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes.unsignedByte(at(entry) + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int measureName(long at) {
        int length = 0;
        while (length < NAME_BYTES && bytes.unsignedByte(at + length) != 0) {
            length++;
        }
        return length;
    }

    private int number(int entry) {
        return bytes.int32(at(entry) + KIND_OFFSET);
    }

    private boolean exists(int entry) {
        return entry >= 0 && entry < entries;
    }

    private static long at(int entry) {
        return HEADER_BYTES + (long) entry * ENTRY_BYTES;
    }

    private static long tableEnd(int count) {
        return at(count);
    }
}
