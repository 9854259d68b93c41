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
            case FRAME_ADDRESS -> {
                arguments.caller().answer(frame.base().value());
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: VSpace, address, rights, whether executable. */
    private static KernelError decodeMap(Slot frame, Arguments arguments) {
        long address = arguments.word(1);
        Rights rights = Rights.ofWord(arguments.word(2));
        Translation.Access access = accessOf(frame, rights, arguments.word(3));
        if (access == null) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!frame.rights().include(rights)) {
            return KernelError.MISSING_RIGHT;
        }
        Translation.Outcome outcome = ((VSpace) arguments.object(0)).map(frame, address, access);
        return outcome == Translation.Outcome.DONE ? KernelError.NONE : errorOf(outcome, address, frame.sizeBits());
    }

    /**
     * Why the page table was not changed: it is looked at last, by the step that changes it.
     *
     * @param bits log2 of what the address has to be a multiple of
     */
    static KernelError errorOf(Translation.Outcome outcome, long address, int bits) {
        return switch (outcome) {
            case DONE -> KernelError.NONE;
            case NO_PLACE -> check(address, bits);
            case OCCUPIED -> KernelError.OCCUPIED;
            case MISSING_TABLE -> KernelError.MISSING_PAGE_TABLE;
        };
    }

    /** Whether a program may have a page mapped at this address. */
    static KernelError check(long address) {
        return check(address, ObjectType.FRAME.sizeBits(0));
    }

    /** Whether a program may have 2^bits bytes mapped at this address. */
    private static KernelError check(long address, int bits) {
        long size = 1L << bits;
        if (address < UserLayout.PAGE || address > UserLayout.LIMIT - size) {
            return KernelError.RANGE_ERROR;
        }
        return (address & size - 1) == 0 ? KernelError.NONE : KernelError.ALIGNMENT_ERROR;
    }

    /** What is asked for; null if no page is mapped like that. */
    private static Translation.Access accessOf(Slot frame, Rights rights, long executable) {
        boolean written = rights.include(Rights.WRITE);
        if (!rights.include(Rights.READ)) {
            return null;
        }
        if (executable != 0) {
            return executable == 1 && !written && !frame.isDevice() ? Translation.Access.READ_EXECUTE : null;
        }
        if (frame.isDevice()) {
            return written ? Translation.Access.DEVICE_READ_WRITE : Translation.Access.DEVICE_READ;
        }
        return written ? Translation.Access.READ_WRITE : Translation.Access.READ;
    }
}
