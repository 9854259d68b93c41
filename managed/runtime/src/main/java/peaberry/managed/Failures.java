package peaberry.managed;

import org.teavm.interop.Export;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * What the machine throws by itself. Exceptions are made here, where the collector sees them, and not where they are found out: in C, and in classes that are
 * {@code @Unmanaged}.
 */
@Include(value = "callstack.h", isSystem = false)
public final class Failures {

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

    /** Of an array whose length nobody told. */
    public static void throwIndexOutOfBounds() {
        throw new ArrayIndexOutOfBoundsException();
    }

    public static void throwNullPointer() {
        throw new NullPointerException();
    }

    public static void throwClassCast() {
        throw new ClassCastException();
    }

    public static void throwNegativeArraySize(int size) {
        throw new NegativeArraySizeException(String.valueOf(size));
    }

    /** Memory is not used up, but such an array has no place in it. */
    public static void throwArrayTooLarge() {
        throw new OutOfMemoryError("Java heap space");
    }
}
