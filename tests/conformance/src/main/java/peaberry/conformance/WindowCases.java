package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Message;

/** Windows: copying between address spaces, and what bounds it. */
final class WindowCases {

    private static final String OBJECT = "Window";
    private static final int READ = Rights.READ.bits();
    private static final int WRITE = Rights.WRITE.bits();
    private static final int READ_WRITE = Rights.READ_WRITE.bits();
    private static final long PAGE = UserLayout.PAGE;
    private static final long VALUE = 0x0807_0605_0403_0201L;

    static final Case[] ALL = {
        new Case(OBJECT, "readBringsTheBytes", WindowCases::readBringsTheBytes),
        new Case(OBJECT, "writeLeavesTheBytes", WindowCases::writeLeavesTheBytes),
        new Case(OBJECT, "bytesNeedNotBeAligned", WindowCases::bytesNeedNotBeAligned),
        new Case(OBJECT, "noByteBesidesIsTouched", WindowCases::noByteBesidesIsTouched),
        new Case(OBJECT, "copyingGoesOnAcrossPages", WindowCases::copyingGoesOnAcrossPages),
        new Case(OBJECT, "nothingIsCopiedIfNothingIsAskedFor", WindowCases::nothingIsCopiedIfNothingIsAskedFor),
        new Case(OBJECT, "readRefusesWhatIsOutside", WindowCases::readRefusesWhatIsOutside),
        new Case(OBJECT, "writeRefusesWhatIsOutside", WindowCases::writeRefusesWhatIsOutside),
        new Case(OBJECT, "copyingRefusesTheKernelsMemory", WindowCases::copyingRefusesTheKernelsMemory),
        new Case(OBJECT, "copyingStopsAtAMissingPage", WindowCases::copyingStopsAtAMissingPage),
        new Case(OBJECT, "writeStopsAtAReadOnlyPage", WindowCases::writeStopsAtAReadOnlyPage),
        new Case(OBJECT, "directionIsThatOfTheRights", WindowCases::directionIsThatOfTheRights),
        new Case(OBJECT, "makingRefusesRightsThatItLacks", WindowCases::makingRefusesRightsThatItLacks),
        new Case(OBJECT, "makingRefusesNoRights", WindowCases::makingRefusesNoRights),
        new Case(OBJECT, "makingRefusesWhatIsNoRange", WindowCases::makingRefusesWhatIsNoRange),
        new Case(OBJECT, "makingNeedsAnEmptySlot", WindowCases::makingNeedsAnEmptySlot),
        new Case(OBJECT, "revocationClosesIt", WindowCases::revocationClosesIt),
        new Case(OBJECT, "itShowsWhatIsMappedAtTheTime", WindowCases::itShowsWhatIsMappedAtTheTime),
    };

    /** A page that the suite has at {@link #here}, and another address space at {@link #there}. */
    private static int frame;
    private static int space;
    private static long here;
    private static long there;

    private WindowCases() {
    }

    private static void prepare() {
        frame = Fresh.frame();
        here = Fresh.map(frame);
        there = Fresh.page();
        space = Fresh.addressSpace();
        Actor.mapIn(space, Fresh.copy(frame, Rights.ALL), there, READ_WRITE, 0);
    }

    private static KernelError make(int of, long address, long length, int rights, int slot) {
        return Kernel.call(of, Invocation.VSPACE_MAKE_WINDOW, address, length, rights, Own.table(), slot);
    }

    /** A window on the whole page. */
    private static int window(int rights) {
        return window(there, PAGE, rights);
    }

    private static int window(long address, long length, int rights) {
        int slot = Fresh.slot();
        Check.done(make(space, address, length, rights, slot), "making the window");
        return slot;
    }

    private static KernelError read(int window, long offset, long address, long bytes) {
        return Kernel.call(window, Invocation.WINDOW_READ, offset, address, bytes);
    }

    private static KernelError write(int window, long offset, long address, long bytes) {
        return Kernel.call(window, Invocation.WINDOW_WRITE, offset, address, bytes);
    }

    private static void copied(KernelError error, long bytes, String what) {
        Check.done(error, what);
        Check.equal(bytes, Message.word(0), "the bytes copied");
    }

    private static void stopped(KernelError error, long bytes, String what) {
        Check.error(KernelError.NOT_MAPPED, error, what);
        Check.equal(bytes, Message.word(0), "the bytes copied before");
    }

    private static void readBringsTheBytes() {
        prepare();
        long target = Fresh.map(Fresh.frame());
        Fresh.write(here + PAGE - 8, VALUE);
        copied(read(window(READ), 0, target, PAGE), PAGE, "reading");
        Check.equal(VALUE, Fresh.read(target + PAGE - 8), "the last word");
    }

    private static void writeLeavesTheBytes() {
        prepare();
        long source = Fresh.map(Fresh.frame());
        Fresh.write(source, VALUE);
        copied(write(window(WRITE), 8, source, 16), 16, "writing");
        Check.equal(VALUE, Fresh.read(here + 8), "the word");
    }

    private static void bytesNeedNotBeAligned() {
        prepare();
        long target = Fresh.map(Fresh.frame());
        Fresh.write(here, VALUE);
        copied(read(window(there + 1, 5, READ), 0, target + 3, 5), 5, "reading");
        Check.equal(0x0605_0403_0200_0000L, Fresh.read(target), "the word around");
    }

    private static void noByteBesidesIsTouched() {
        prepare();
        long target = Fresh.map(Fresh.frame());
        for (long offset = 0; offset < PAGE; offset += 8) {
            Fresh.write(here + offset, -1);
        }
        copied(read(window(READ), 0, target + 8, PAGE - 16), PAGE - 16, "reading");
        Check.equal(0, Fresh.read(target), "the word before");
        Check.equal(-1, Fresh.read(target + 8), "the first word");
        Check.equal(-1, Fresh.read(target + PAGE - 16), "the last word");
        Check.equal(0, Fresh.read(target + PAGE - 8), "the word after");
    }

    private static void copyingGoesOnAcrossPages() {
        prepare();
        long second = Fresh.page();
        Actor.mapIn(space, Fresh.frame(), second, READ_WRITE, 0);
        long target = Fresh.map(Fresh.frame());
        Check.equal(there + PAGE, second, "the page behind the first");
        Fresh.write(here + PAGE - 8, VALUE);
        copied(read(window(there, 2 * PAGE, READ), PAGE - 8, target, 16), 16, "reading");
        Check.equal(VALUE, Fresh.read(target), "the first word");
    }

    private static void nothingIsCopiedIfNothingIsAskedFor() {
        prepare();
        copied(read(window(READ), PAGE, 0, 0), 0, "reading");
    }

    private static void readRefusesWhatIsOutside() {
        prepare();
        int window = window(there, 100, READ);
        Check.error(KernelError.RANGE_ERROR, read(window, 93, here, 8), "reading beyond the end");
        Check.error(KernelError.RANGE_ERROR, read(window, -1, here, 8), "reading before the start");
        Check.error(KernelError.RANGE_ERROR, read(window, 8, here, Long.MAX_VALUE), "reading too much");
        Check.error(KernelError.RANGE_ERROR, read(window, 8, here, -1), "reading less than nothing");
    }

    private static void writeRefusesWhatIsOutside() {
        prepare();
        int window = window(there, 100, WRITE);
        Check.error(KernelError.RANGE_ERROR, write(window, 93, here, 8), "writing beyond the end");
        Check.error(KernelError.RANGE_ERROR, write(window, Long.MIN_VALUE, here, 8), "writing before the start");
        Check.error(KernelError.RANGE_ERROR, write(window, 0, here, 101), "writing too much");
    }

    private static void copyingRefusesTheKernelsMemory() {
        prepare();
        int window = window(READ_WRITE);
        Check.error(KernelError.RANGE_ERROR, read(window, 0, UserLayout.LIMIT, 8), "reading to behind the last page");
        Check.error(KernelError.RANGE_ERROR, read(window, 0, 0xFFFF_8000_0000_0000L, 8), "reading to the kernel's half");
        Check.error(KernelError.RANGE_ERROR, write(window, 0, 0xFFFF_FFFF_8020_0000L, 8), "writing from the kernel's half");
        Check.error(KernelError.RANGE_ERROR, make(space, 0xFFFF_FFFF_8020_0000L, 8, READ, Fresh.slot()), "a window on the kernel");
    }

    private static void copyingStopsAtAMissingPage() {
        prepare();
        int window = window(there, 2 * PAGE, READ_WRITE);
        stopped(read(window, PAGE - 24, here, 100), 24, "reading to the end of what is there");
        stopped(write(window, PAGE, here, 8), 0, "writing where nothing is");
        stopped(read(window, 0, Fresh.page(), 8), 0, "reading to where the reader has nothing");
    }

    private static void writeStopsAtAReadOnlyPage() {
        prepare();
        long second = Fresh.page();
        Actor.mapIn(space, Fresh.frame(), second, READ, 0);
        stopped(write(window(there, 2 * PAGE, WRITE), PAGE - 8, here, 16), 8, "writing on into a page to read");
    }

    private static void directionIsThatOfTheRights() {
        prepare();
        Check.error(KernelError.MISSING_RIGHT, write(window(READ), 0, here, 8), "writing into one to read");
        Check.error(KernelError.MISSING_RIGHT, read(window(WRITE), 0, here, 8), "reading out of one to write");
        int copy = Fresh.copy(window(READ_WRITE), Rights.READ);
        Check.error(KernelError.MISSING_RIGHT, write(copy, 0, here, 8), "writing through a copy with less");
        Check.done(read(copy, 0, here, 8), "reading through it");
    }

    private static void makingRefusesRightsThatItLacks() {
        prepare();
        int reader = Fresh.copy(space, Rights.READ);
        Check.error(KernelError.MISSING_RIGHT, make(reader, there, PAGE, READ_WRITE, Fresh.slot()), "making one to write");
        Check.done(make(reader, there, PAGE, READ, Fresh.slot()), "making one to read");
    }

    private static void makingRefusesNoRights() {
        prepare();
        Check.error(KernelError.INVALID_ARGUMENT, make(space, there, PAGE, 0, Fresh.slot()), "making one for nothing");
    }

    private static void makingRefusesWhatIsNoRange() {
        prepare();
        Check.error(KernelError.RANGE_ERROR, make(space, there, 0, READ, Fresh.slot()), "nothing");
        Check.error(KernelError.RANGE_ERROR, make(space, 0, PAGE, READ, Fresh.slot()), "the lowest page");
        Check.error(KernelError.RANGE_ERROR, make(space, PAGE, Long.MAX_VALUE, READ, Fresh.slot()), "too much");
        Check.error(KernelError.RANGE_ERROR, make(space, there, PAGE, READ, 0), "slot 0");
    }

    private static void makingNeedsAnEmptySlot() {
        prepare();
        Check.error(KernelError.OCCUPIED, make(space, there, PAGE, READ, frame), "making");
    }

    private static void revocationClosesIt() {
        prepare();
        int window = window(READ);
        int copy = Fresh.copy(window, Rights.READ);
        Check.done(Fresh.revoke(window), "revoking the window's copies");
        Check.error(KernelError.INVALID_CAPABILITY, read(copy, 0, here, 8), "reading through the copy");
        Check.done(Fresh.revoke(space), "revoking the address space's windows");
        Check.error(KernelError.INVALID_CAPABILITY, read(window, 0, here, 8), "reading through the window");
    }

    private static void itShowsWhatIsMappedAtTheTime() {
        prepare();
        long second = Fresh.page();
        int window = window(second, PAGE, READ);
        stopped(read(window, 0, here, 8), 0, "reading before anything is there");
        int other = Fresh.frame();
        Fresh.write(Fresh.map(other), VALUE);
        int copy = Fresh.copy(other, Rights.ALL);
        Actor.mapIn(space, copy, second, READ, 0);
        copied(read(window, 0, here, 8), 8, "reading");
        Check.equal(VALUE, Fresh.read(here), "what was read");
        Check.done(Kernel.call(copy, Invocation.FRAME_UNMAP), "unmapping");
        stopped(read(window, 0, here, 8), 0, "reading when nothing is there any more");
    }
}
