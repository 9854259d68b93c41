package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;

/**
 * Operations on 4 KiB or 2 MiB of memory that a program can map. Each capability of a frame is mapped at one place at most;
 * to share the frame, map a copy.
 *
 * <p>No page is both writable and executable, and a device's memory is never executable. That holds for each mapping: of two
 * capabilities of one frame, one may be mapped writable and the other executable, which is how a program gets its code.
 * Who must not be able to do that is given a capability without the right to write.
 */
final class Frame {

    private Frame() {
    }

    static KernelError invoke(Slot frame, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case FRAME_MAP -> decodeMap(frame, arguments);
            case FRAME_MAP_IO -> IoSpaceOperations.decodeMapFrame(frame, arguments);
            case FRAME_UNMAP -> {
                AddressSpace.unmap(frame);
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: VSpace, address, rights, whether executable. */
    private static KernelError decodeMap(Slot frame, Arguments arguments) {
        long address = arguments.word(1);
        KernelError wrong = check(address, frame.sizeBits());
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Rights rights = Rights.ofWord(arguments.word(2));
        long executable = arguments.word(3);
        boolean harmful = executable == 1 && (rights.include(Rights.WRITE) || frame.isDevice());
        if (executable < 0 || executable > 1 || harmful || !rights.include(Rights.READ)) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!frame.rights().include(rights)) {
            return KernelError.MISSING_RIGHT;
        }
        Translation.Access access = executable == 1 ? Translation.Access.READ_EXECUTE : accessOf(frame, rights);
        return errorOf(((VSpace) arguments.object(0)).map(frame, address, access));
    }

    /** What the page table says: it is looked at last, by the step that changes it. */
    static KernelError errorOf(Translation.Outcome outcome) {
        if (outcome == Translation.Outcome.DONE) {
            return KernelError.NONE;
        }
        return outcome == Translation.Outcome.OCCUPIED ? KernelError.OCCUPIED : KernelError.MISSING_PAGE_TABLE;
    }

    /** Whether a program may have a page mapped at this address. */
    static KernelError check(long address) {
        return check(address, ObjectType.FRAME.sizeBits(0));
    }

    /** Whether a program may have 2^bits bytes mapped at this address. */
    private static KernelError check(long address, int bits) {
        long size = 1L << bits;
        boolean inRange = address >= UserLayout.PAGE && address <= UserLayout.LIMIT - size;
        if (inRange && (address & size - 1) == 0) {
            return KernelError.NONE;
        }
        return inRange ? KernelError.ALIGNMENT_ERROR : KernelError.RANGE_ERROR;
    }

    private static Translation.Access accessOf(Slot frame, Rights rights) {
        if (frame.isDevice()) {
            return rights.include(Rights.WRITE) ? Translation.Access.DEVICE_READ_WRITE : Translation.Access.DEVICE_READ;
        }
        return rights.include(Rights.WRITE) ? Translation.Access.READ_WRITE : Translation.Access.READ;
    }
}
