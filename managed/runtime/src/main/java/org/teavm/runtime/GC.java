package org.teavm.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** In place of TeaVM's class of this name, whose collector destroys objects in a heap of many small pieces: memory is what {@code collector.c} has. */
@StaticInit
@Unmanaged
@Include(value = "collector.h", isSystem = false)
public final class GC {

    static {
        begin();
    }

    private GC() {
    }

    @Import(name = "peaberry_beginHeap")
    private static native void begin();

    /** Memory for an object; anything may be in it. @param size bytes, a multiple of 8 */
    public static RuntimeObject alloc(int size) {
        return allocate(size).toStructure();
    }

    @Import(name = "peaberry_allocate")
    private static native Address allocate(int size);

    @Import(name = "peaberry_collect")
    public static native void collectGarbage();

    @Import(name = "peaberry_collect")
    public static native void collectGarbageFull();

    @Import(name = "peaberry_freeMemory")
    public static native int getFreeMemory();

    public static native Address heapAddress();

    public static native long availableBytes();

    public static native long minAvailableBytes();

    public static native long maxAvailableBytes();

    public static native void resizeHeap(long size);

    public static native boolean canShrinkHeap();

    public static native void writeBarrier(RuntimeObject object);

    /** Nobody wants to walk through the heap. */
    public static void fixHeap() {
        // Nothing.
    }

    /** What the heap has it keeps. */
    public static void tryShrink() {
        // Nothing.
    }

    /** The memory of a buffer that lies outside of the heap stays when the buffer is garbage. */
    public static void registerDirectBuffer(RuntimeBuffer buffer) {
        // Nothing.
    }
}
