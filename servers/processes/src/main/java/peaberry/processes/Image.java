package peaberry.processes;

import peaberry.abi.ByteRange;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.ProgramImage.Access;
import peaberry.abi.ProgramImage.Problem;
import peaberry.abi.UserLayout;
import peaberry.runtime.CNode;
import peaberry.runtime.Frame;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.process.Spawner;

/**
 * An executable in memory: pages of its own with the file's bytes, which the server sees too. Who runs it shares the pages that are only to be read; so they are what the file has
 * there, to the end of the page.
 */
final class Image {

    private static final int FIRST_PAGE = 1;

    /** Where the segments are; nothing before the image was {@linkplain #check checked}. */
    final ProgramImage program = new ProgramImage();
    /** Of a program that came with the system. */
    final Text name = new Text(Spawner.MAX_NAME);

    private final ByteRange file = new ByteRange();
    private final Own own;
    private final Blocks blocks;
    private final Accounts accounts;
    private int tableSlot;
    private int block = Blocks.NONE;
    private int users;
    /** The client that its memory counts for, or {@link Accounts#NOBODY}. */
    private int payer = Accounts.NOBODY;
    private boolean isChecked;

    Image(Own own, Blocks blocks, Accounts accounts) {
        this.own = own;
        this.blocks = blocks;
        this.accounts = accounts;
    }

    /** Says where the table with its pages goes. @param slot an empty one of the server's */
    void place(int slot) {
        tableSlot = slot;
    }

    boolean exists() {
        return block != Blocks.NONE;
    }

    /** Takes memory for so many bytes. @return whether there is enough */
    boolean make(int bytes) {
        int pages = (int) (pageUp(bytes) / UserLayout.PAGE);
        int bits = tableBits(pages);
        if (bits > own.mostBits()) {
            return false;
        }
        block = blocks.take(bytes(bytes));
        if (block == Blocks.NONE) {
            return false;
        }
        users = 1;
        isChecked = false;
        name.clear();
        file.show(own.memory(), start(), bytes);
        KernelError error = blocks.memory(block).retype(ObjectType.CNODE, bits, own.table(), tableSlot, 1);
        for (int page = 0; page < pages && error == KernelError.NONE; page++) {
            error = blocks.memory(block).retype(ObjectType.FRAME, 0, CNode.at(tableSlot), FIRST_PAGE + page, 1);
            if (error == KernelError.NONE) {
                error = own.map(Frame.at(own.in(tableSlot, FIRST_PAGE + page)), start() + page * UserLayout.PAGE);
            }
        }
        if (error != KernelError.NONE) {
            throw new IllegalStateException("an image does not fit into its block");
        }
        return true;
    }

    /** Where the file begins in the server's memory. */
    long start() {
        return blocks.offset(block);
    }

    /** Bytes of the block that an image takes. @param bytes of its file */
    static long bytes(int bytes) {
        int pages = (int) (pageUp(bytes) / UserLayout.PAGE);
        return Blocks.size(pageUp(bytes) + (1L << tableBits(pages) + ObjectType.SLOT_BITS));
    }

    private static int tableBits(int pages) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(pages);
    }

    private static long pageUp(long bytes) {
        return bytes + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }

    /** Writes bytes of the file. @return whether they have room and the window has them; some may be written if not */
    boolean fill(long position, long count, Window from, long offset) {
        return position <= file.size() - count
                && WindowCopy.read(from, offset, own.memory(), start() + position, count) == KernelError.NONE;
    }

    /** Its memory counts for a client from now on. */
    void bill(int client) {
        payer = client;
        accounts.add(payer, 1L << blocks.bits(block), 0);
    }

    /** Whether everybody who wants the program of its name can have it. */
    boolean cameWithTheSystem() {
        return exists() && name.length() > 0;
    }

    /** It came with the system: everybody who wants the program of that name can have it, and it stays when nobody does. */
    void name(Text program) {
        name.clear().append(program);
        check();
    }

    /** Whether nothing of the file can be changed any more. */
    boolean isFixed() {
        return isChecked || name.length() > 0;
    }

    /** Looks whether it is a program; if so, nothing of it changes any more. */
    Problem check() {
        if (isChecked) {
            return Problem.NONE;
        }
        Problem problem = program.open(file);
        for (int segment = 0; segment < program.segments(); segment++) {
            if (isShared(segment) && program.fileOffset(segment) % UserLayout.PAGE != 0) {
                problem = Problem.BAD_ALIGNMENT;
            }
        }
        isChecked = problem == Problem.NONE;
        return problem;
    }

    /** Whether nobody may write to a segment. */
    boolean isShared(int segment) {
        return program.access(segment) != Access.READ_WRITE;
    }

    /** Pages that the segments take. */
    int pages() {
        long pages = 0;
        for (int segment = 0; segment < program.segments(); segment++) {
            pages += pageUp(program.memorySize(segment)) / UserLayout.PAGE;
        }
        return (int) pages;
    }

    /** Bytes of these of which each process has its own. */
    long privateBytes() {
        long bytes = 0;
        for (int segment = 0; segment < program.segments(); segment++) {
            long shared = isShared(segment) ? pageUp(program.fileSize(segment)) : 0;
            bytes += pageUp(program.memorySize(segment)) - shared;
        }
        return bytes;
    }

    /** The segment that an address is in; -1 if it is in none. */
    int segmentAt(long address) {
        for (int segment = 0; segment < program.segments(); segment++) {
            if (address >= program.address(segment) && address - program.address(segment) < pageUp(program.memorySize(segment))) {
                return segment;
            }
        }
        return -1;
    }

    /** The table with the pages of the file. */
    CNode table() {
        return CNode.at(tableSlot);
    }

    /** The index there of the page with this byte. */
    int page(long position) {
        return FIRST_PAGE + (int) (position / UserLayout.PAGE);
    }

    /** Somebody more runs it, or has a number for it. */
    void use() {
        users++;
    }

    /** Somebody less does. The last one takes it along, unless it came with the system. */
    void drop() {
        users--;
        if (users == 0 && name.length() == 0) {
            destroy();
        }
    }

    /** Whether it is there for the case that somebody wants it again. */
    boolean isSpare() {
        return exists() && users == 0;
    }

    void destroy() {
        accounts.add(payer, -(1L << blocks.bits(block)), 0);
        payer = Accounts.NOBODY;
        blocks.giveBack(block);
        block = Blocks.NONE;
        name.clear();
    }
}
