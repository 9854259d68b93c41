package org.teavm.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Structure;
import org.teavm.interop.Unmanaged;

/** In place of TeaVM's class of this name: makes objects and arrays. As there, but it refuses an array that has no size, or whose bytes nobody can count. */
@StaticInit
@Unmanaged
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

    public static Address allocateArray(RuntimeClass tag, int size) {
        int itemSize = RuntimeClass.isPrimitive(tag.itemType) ? tag.itemType.size : Address.sizeOf();
        if (size < 0) {
            ExceptionHandling.throwException(new NegativeArraySizeException(String.valueOf(size)));
        }
        if ((long) itemSize * size > MOST_BYTES) {
            ExceptionHandling.throwException(new OutOfMemoryError("Java heap space"));
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

    public static RuntimeArray allocateMultiArray(RuntimeClass tag, Address dimensions, int dimensionCount) {
        int size = dimensions.getInt();
        RuntimeArray array = allocateArray(tag, size).toStructure();
        if (dimensionCount > 1) {
            Address data = Address.align(Structure.add(RuntimeArray.class, array, 1).toAddress(), Address.sizeOf());
            for (int i = 0; i < size; i++) {
                RuntimeArray inner = allocateMultiArray(tag.itemType, dimensions.add(4), dimensionCount - 1);
                data.putAddress(inner.toAddress());
                data = data.add(Address.sizeOf());
            }
        }
        return array;
    }
}
