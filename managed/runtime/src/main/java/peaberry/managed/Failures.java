package peaberry.managed;

import org.teavm.interop.Export;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What the C of the runtime throws: memory or stack are used up, an array has no such element. */
@Include(value = "callstack.h", isSystem = false)
final class Failures {

    private static final int RESERVE_BYTES = 16 * 1024;
    private static final OutOfMemoryError WITHOUT_TRACE = new OutOfMemoryError("Java heap space");

    /** Given back when memory is used up, so that the error can be made; made again when there is memory. */
    private static byte[] reserve = new byte[RESERVE_BYTES];

    private Failures() {
    }

    /** The stack is a little longer until the error is made. */
    @Export(name = "peaberry_throwStackOverflow")
    static void throwStackOverflow() {
        StackOverflowError error = new StackOverflowError();
        endOverflow();
        throw error;
    }

    @Import(name = "peaberry_endOverflow")
    @Unmanaged
    private static native void endOverflow();

    @Export(name = "peaberry_throwOutOfMemory")
    static void throwOutOfMemory() {
        if (reserve == null) {
            throw WITHOUT_TRACE;
        }
        reserve = null;
        throw new OutOfMemoryError("Java heap space");
    }

    @Export(name = "peaberry_throwIndexOutOfBounds")
    static void throwIndexOutOfBounds(int index, int length) {
        throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }
}
