package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.ProgramImage;

/** Where the code and the writable data of a process's program are, as its executable says. */
final class Segments {

    private static final int NONE = -1;
    private static final ProgramImage IMAGE = new ProgramImage();
    private static final ByteRange FILE = new ByteRange();

    private Segments() {
    }

    /** Looks at a process's program. @return whether it is a proper one with code, which one of the hosted machine has not */
    static boolean open(int process) {
        return Archive.show(process, BootArchive.Kind.PROGRAM, FILE) && IMAGE.open(FILE) == ProgramImage.Problem.NONE
                && index(ProgramImage.Access.READ_EXECUTE) != NONE;
    }

    /** The first address of the first segment of this kind; 0 if there is none. */
    static long start(ProgramImage.Access access) {
        int segment = index(access);
        return segment == NONE ? 0 : IMAGE.address(segment);
    }

    /** How many bytes it takes in memory; 0 if there is none. */
    static long bytes(ProgramImage.Access access) {
        int segment = index(access);
        return segment == NONE ? 0 : IMAGE.memorySize(segment);
    }

    private static int index(ProgramImage.Access access) {
        for (int segment = 0; segment < IMAGE.segments(); segment++) {
            if (IMAGE.access(segment) == access) {
                return segment;
            }
        }
        return NONE;
    }
}
