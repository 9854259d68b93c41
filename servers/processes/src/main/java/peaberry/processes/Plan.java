package peaberry.processes;

import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;

/** What a child will be made of: how large its tables have to be, and its block, for all that it may ever need of the server. */
final class Plan {

    /** Slots that every child has for itself: what it is given, and windows that it makes. */
    private static final int LEAST_SLOTS = 64;
    private static final int PAGES_OF_TABLE = 512;
    /** Page tables on the way to the pages below the program; and the first one of the program. */
    static final int LEVELS = 3;
    static final int FIRST_TABLES = LEVELS + 1;

    /** Message buffer, what it is given, and where its stack begins. */
    private static final int PAGES_OF_ALL = 3;

    private int firstPages;
    private int tableBits;
    private int objectTableBits;
    private long bytes;

    /** Plans a child. @param objectBits log2 of the bytes that it makes objects from itself; 0 for none @param argumentPages pages that it has from the start */
    void make(Image image, int objectBits, int argumentPages) {
        ProgramImage program = image.program;
        int stackPages = (int) (program.stackBytes() / UserLayout.PAGE);
        int pageTables = FIRST_TABLES;
        for (int segment = 0; segment < program.segments(); segment++) {
            pageTables += (int) (program.memorySize(segment) / UserLayout.PAGE) / PAGES_OF_TABLE + 2;
        }
        tableBits = bitsFor(LEAST_SLOTS + slotsFor(objectBits));
        objectTableBits = bitsFor(Child.FIRST_OTHER + 2 + pageTables + image.pages() + stackPages + argumentPages);
        bytes = 0;
        add(ObjectType.CNODE.sizeBits(objectTableBits));
        add(ObjectType.CNODE.sizeBits(tableBits));
        add(ObjectType.VSPACE.sizeBits(0));
        add(ObjectType.TCB.sizeBits(0));
        add(ObjectType.SCHED_CONTEXT.sizeBits(0));
        firstPages = PAGES_OF_ALL + argumentPages;
        long pages = 2L + pageTables + stackPages + argumentPages + image.privateBytes() / UserLayout.PAGE;
        bytes = (bytes + UserLayout.PAGE - 1 & -UserLayout.PAGE) + pages * UserLayout.PAGE;
    }

    /** One for each page, and for the page tables. */
    private static int slotsFor(int objectBits) {
        int pages = (int) ((1L << objectBits) / UserLayout.PAGE);
        return pages + pages / PAGES_OF_TABLE;
    }

    private void add(int bits) {
        long size = 1L << bits;
        bytes = (bytes + size - 1 & -size) + size;
    }

    private static int bitsFor(int slots) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(slots - 1);
    }

    /** Pages that it has before it starts, but for those that it shares. */
    int firstPages() {
        return firstPages;
    }

    /** log2 of the slots of the child's own table. */
    int tableBits() {
        return tableBits;
    }

    /** log2 of the slots of the table of its objects. */
    int objectTableBits() {
        return objectTableBits;
    }

    /** Bytes of all of it. */
    long bytes() {
        return bytes;
    }
}
