package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;

/**
 * Operations on 4 KiB of memory that a program can map. Each capability of a frame is mapped at one place at most; to
 * share the frame, map a copy. No page is both writable and executable.
 */
final class Frame {

    private Frame() {
    }

    static KernelError invoke(Slot frame, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case FRAME_MAP -> decodeMap(frame, arguments);
            case FRAME_UNMAP -> {
                VSpace.unmap(frame);
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: VSpace, address, rights, whether executable. */
    private static KernelError decodeMap(Slot frame, Arguments arguments) {
        if (frame.space() != null) {
            return KernelError.OCCUPIED;
        }
        long address = arguments.word(1);
        KernelError wrong = check(address);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Rights rights = Rights.ofWord(arguments.word(2));
        long executable = arguments.word(3);
        boolean both = executable == 1 && rights.include(Rights.WRITE);
        if (executable < 0 || executable > 1 || both || !rights.include(Rights.READ)) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!frame.rights().include(rights)) {
            return KernelError.MISSING_RIGHT;
        }
        VSpace space = (VSpace) arguments.object(0);
        Translation.Probe probe = space.probe(address);
        if (probe != Translation.Probe.FREE) {
            return probe == Translation.Probe.OCCUPIED ? KernelError.OCCUPIED : KernelError.MISSING_PAGE_TABLE;
        }
        space.map(frame, address, accessOf(rights, executable == 1));
        return KernelError.NONE;
    }

    /** Whether a program may have a page mapped at this address. */
    static KernelError check(long address) {
        if (address < UserLayout.PAGE || address >= UserLayout.LIMIT) {
            return KernelError.RANGE_ERROR;
        }
        return address % UserLayout.PAGE == 0 ? KernelError.NONE : KernelError.ALIGNMENT_ERROR;
    }

    private static Translation.Access accessOf(Rights rights, boolean executable) {
        if (executable) {
            return Translation.Access.READ_EXECUTE;
        }
        return rights.include(Rights.WRITE) ? Translation.Access.READ_WRITE : Translation.Access.READ;
    }
}
