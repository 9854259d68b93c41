package peaberry.abi;

/**
 * A program's executable: a static ELF64 file (System V ABI, "Object Files"), or for the hosted machine one without
 * segments whose entry names a program of that machine. An instance is made once and opened on one file after another.
 * After {@link #open} answered {@link Problem#NONE}, every segment is page aligned, inside the program's room, apart
 * from the others, inside the file, and not both writable and executable. The checked numbers are kept, so what the
 * file becomes later does not matter to them.
 */
public final class ProgramImage {

    /** The most segments that are loaded. */
    public static final int MAX_SEGMENTS = 16;
    /** Bytes of an ELF64 file header. */
    public static final int HEADER_BYTES = 64;
    /** Bytes of a program header. */
    public static final int SEGMENT_HEADER_BYTES = 56;
    /** {@code e_machine} of a hosted program. */
    public static final int EM_NONE = 0;
    public static final int EM_X86_64 = 62;
    /** Distance of the entries of two hosted programs. */
    public static final long HOSTED_ENTRY_BYTES = 16;

    /** {@code 0x7F "ELF"}, 64 bits, little-endian, version 1, as a little-endian number; ABI and padding follow. */
    private static final long IDENTIFICATION = 0x01_0102_464C_457FL;
    private static final long IDENTIFICATION_MASK = 0xFF_FFFF_FFFF_FFFFL;
    private static final int ET_EXEC = 2;
    private static final int MAX_HEADERS = 64;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int PT_TLS = 7;
    /** Its size in memory is what the program wants as stack, by the convention of linkers. */
    private static final int PT_GNU_STACK = 0x6474_E551;
    private static final int PF_EXECUTE = 1;
    private static final int PF_WRITE = 2;
    private static final int PF_READ = 4;

    /** What a program may do with a segment's memory. */
    public enum Access {
        READ, READ_WRITE, READ_EXECUTE
    }

    /** Why a file is not a program. */
    public enum Problem {
        NONE("no problem"),
        NOT_ELF("not a 64-bit little-endian ELF file"),
        NOT_EXECUTABLE("not a static executable for this machine"),
        BAD_HEADER("the program headers are not where the file says"),
        TOO_MANY_SEGMENTS("too many segments"),
        NEEDS_LOADER("needs a dynamic loader or thread-local storage"),
        BAD_SIZE("a segment is larger in the file than in memory, or not in the file"),
        BAD_ALIGNMENT("a segment does not start at a page"),
        BAD_ADDRESS("a segment lies outside of the program's room"),
        OVERLAP("two segments share a page"),
        BAD_STACK("it asks for more stack than there is room for"),
        BAD_ACCESS("a segment is both writable and executable, or not readable"),
        BAD_ENTRY("the entry is not in an executable segment");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        /** In a user's words. */
        public String text() {
            return text;
        }
    }

    private final long[] addresses = new long[MAX_SEGMENTS];
    private final long[] memorySizes = new long[MAX_SEGMENTS];
    private final long[] fileOffsets = new long[MAX_SEGMENTS];
    private final long[] fileSizes = new long[MAX_SEGMENTS];
    private final Access[] accesses = new Access[MAX_SEGMENTS];
    private int segments;
    private long entry;
    private long stackBytes;
    private boolean hosted;

    /** An image that is not open. */
    public ProgramImage() {
        // Every field is as it should be.
    }

    /** Checks everything; on a problem the image is left without segments and with entry 0. */
    public Problem open(Bytes file) {
        Problem problem = read(file);
        if (problem != Problem.NONE) {
            segments = 0;
            entry = 0;
            hosted = false;
        }
        return problem;
    }

    /** Whether this is a program of the hosted machine, which has no segments. */
    public boolean isHosted() {
        return hosted;
    }

    /** Where the program starts. */
    public long entry() {
        return entry;
    }

    /** Bytes of stack that the program has, whole pages. */
    public long stackBytes() {
        return stackBytes;
    }

    /** How many segments are to be loaded, 0 to {@link #MAX_SEGMENTS}. */
    public int segments() {
        return segments;
    }

    /** The segment's first address, page aligned. @param segment 0 to {@link #segments()} - 1, as below */
    public long address(int segment) {
        return addresses[segment];
    }

    /** Bytes that the segment takes in memory, at least 1; what the file does not fill is zero. */
    public long memorySize(int segment) {
        return memorySizes[segment];
    }

    /** Where in the file the segment's content starts. */
    public long fileOffset(int segment) {
        return fileOffsets[segment];
    }

    /** Bytes that come from the file, at most {@link #memorySize}. */
    public long fileSize(int segment) {
        return fileSizes[segment];
    }

    public Access access(int segment) {
        return accesses[segment];
    }

    private Problem read(Bytes file) {
        segments = 0;
        stackBytes = UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM;
        if (file.size() < HEADER_BYTES || (file.int64(0) & IDENTIFICATION_MASK) != IDENTIFICATION) {
            return Problem.NOT_ELF;
        }
        int machine = file.unsignedShort(18);
        boolean known = machine == EM_X86_64 || machine == EM_NONE;
        if (file.unsignedShort(16) != ET_EXEC || !known || file.int32(20) != 1) {
            return Problem.NOT_EXECUTABLE;
        }
        hosted = machine == EM_NONE;
        entry = file.int64(24);
        Problem problem = readHeaders(file);
        if (problem != Problem.NONE) {
            return problem;
        }
        return isEntryProper() ? Problem.NONE : Problem.BAD_ENTRY;
    }

    private Problem readHeaders(Bytes file) {
        long table = file.int64(32);
        int count = file.unsignedShort(56);
        if (file.unsignedShort(52) != HEADER_BYTES) {
            return Problem.BAD_HEADER;
        }
        if (count == 0) {
            return Problem.NONE;
        }
        boolean inside = table >= HEADER_BYTES && table <= file.size()
                && (long) count * SEGMENT_HEADER_BYTES <= file.size() - table;
        if (count > MAX_HEADERS || file.unsignedShort(54) != SEGMENT_HEADER_BYTES || !inside) {
            return Problem.BAD_HEADER;
        }
        for (int header = 0; header < count; header++) {
            Problem problem = readHeader(file, table + (long) header * SEGMENT_HEADER_BYTES);
            if (problem != Problem.NONE) {
                return problem;
            }
        }
        return Problem.NONE;
    }

    private Problem readHeader(Bytes file, long at) {
        int type = file.int32(at);
        if (type == PT_DYNAMIC || type == PT_INTERP || type == PT_TLS) {
            return Problem.NEEDS_LOADER;
        }
        long memorySize = file.int64(at + 40);
        if (type == PT_GNU_STACK && memorySize != 0) {
            return readStack(memorySize);
        }
        if (type != PT_LOAD || memorySize == 0 && file.int64(at + 32) == 0) {
            return Problem.NONE;
        }
        if (segments == MAX_SEGMENTS) {
            return Problem.TOO_MANY_SEGMENTS;
        }
        return readSegment(file, at, memorySize);
    }

    private Problem readStack(long bytes) {
        if (bytes < 0 || bytes > UserLayout.STACK_TOP - UserLayout.LOWEST_STACK) {
            return Problem.BAD_STACK;
        }
        stackBytes = pageUp(bytes);
        return Problem.NONE;
    }

    private Problem readSegment(Bytes file, long at, long memorySize) {
        int flags = file.int32(at + 4);
        long offset = file.int64(at + 8);
        long address = file.int64(at + 16);
        long fileSize = file.int64(at + 32);
        boolean inFile = offset >= 0 && offset <= file.size() && fileSize >= 0 && fileSize <= file.size() - offset;
        if (!inFile || memorySize < fileSize) {
            return Problem.BAD_SIZE;
        }
        if (address % UserLayout.PAGE != 0) {
            return Problem.BAD_ALIGNMENT;
        }
        boolean inRoom = address >= UserLayout.PROGRAM && address < UserLayout.PROGRAM_LIMIT
                && memorySize <= UserLayout.PROGRAM_LIMIT - address;
        if (!inRoom) {
            return Problem.BAD_ADDRESS;
        }
        boolean both = (flags & PF_WRITE) != 0 && (flags & PF_EXECUTE) != 0;
        if (both || (flags & PF_READ) == 0) {
            return Problem.BAD_ACCESS;
        }
        if (overlaps(address, memorySize)) {
            return Problem.OVERLAP;
        }
        addresses[segments] = address;
        memorySizes[segments] = memorySize;
        fileOffsets[segments] = offset;
        fileSizes[segments] = fileSize;
        accesses[segments] = accessOf(flags);
        segments++;
        return Problem.NONE;
    }

    private static Access accessOf(int flags) {
        if ((flags & PF_EXECUTE) != 0) {
            return Access.READ_EXECUTE;
        }
        return (flags & PF_WRITE) != 0 ? Access.READ_WRITE : Access.READ;
    }

    private boolean overlaps(long address, long size) {
        for (int other = 0; other < segments; other++) {
            if (address < pageUp(addresses[other] + memorySizes[other]) && addresses[other] < pageUp(address + size)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEntryProper() {
        if (hosted) {
            return segments == 0 && entry >= UserLayout.PROGRAM && entry < UserLayout.PROGRAM_LIMIT
                    && (entry - UserLayout.PROGRAM) % HOSTED_ENTRY_BYTES == 0;
        }
        for (int segment = 0; segment < segments; segment++) {
            boolean inside = entry >= addresses[segment] && entry - addresses[segment] < memorySizes[segment];
            if (inside && accesses[segment] == Access.READ_EXECUTE) {
                return true;
            }
        }
        return false;
    }

    private static long pageUp(long address) {
        return address + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
