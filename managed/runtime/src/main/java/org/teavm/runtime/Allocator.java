package org.teavm.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Structure;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;
import peaberry.managed.Failures;

/** In place of TeaVM's class of this name: makes objects and arrays. As there, but it refuses an array that has no size, or whose bytes nobody can count. */
@StaticInit
@Unmanaged
@Include(value = "collector.h", isSystem = false)
public final class Allocator {

    private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

    private Allocator() {
    }

    public static Address allocate(RuntimeClass tag) {
        RuntimeObject object = GC.alloc(tag.size);
        Address.fillZero(object.toAddress(), tag.size);
        object.classReference = tag.pack();
        return object.toAddress();
    }

    @Export(name = "peaberry_allocateArray")
    public static Address allocateArray(RuntimeClass tag, int size) {
        int itemSize = RuntimeClass.isPrimitive(tag.itemType) ? tag.itemType.size : Address.sizeOf();
        if (size < 0) {
            Failures.throwNegativeArraySize(size);
        }
        if ((long) itemSize * size > MOST_BYTES) {
            Failures.throwArrayTooLarge();
        }
        int sizeInBytes = Address.align(Address.fromInt(Structure.sizeOf(RuntimeArray.class)), itemSize).toInt();
        sizeInBytes += itemSize * size;
        sizeInBytes = Address.align(Address.fromInt(sizeInBytes), Address.sizeOf()).toInt();
        Address result = GC.alloc(sizeInBytes).toAddress();
        Address.fillZero(result, sizeInBytes);
        RuntimeArray array = result.toStructure();
        array.classReference = tag.pack();
        array.size = size;
        return result;
    }

    /** An array of arrays: how long each is, from the outer one on, are numbers in a row. */
    public static RuntimeArray allocateMultiArray(RuntimeClass tag, Address dimensions, int dimensionCount) {
        return allocateArrays(tag, dimensions, dimensionCount).toStructure();
    }

    @Import(name = "peaberry_allocateArrays")
    private static native Address allocateArrays(RuntimeClass tag, Address dimensions, int dimensionCount);

    /** Of the class of an array. TeaVM's {@code Object.clone} asks whether that class is a primitive one, and copies 8 bytes for each item. */
    public static boolean hasPrimitiveItems(RuntimeClass array) {
        return RuntimeClass.isPrimitive(array.itemType);
    }
}
