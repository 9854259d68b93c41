package peaberry.integrity;

import peaberry.block.BlockDevice;
import peaberry.runtime.Region;
import peaberry.runtime.Window;

/** A client's memory in the hands of a test. */
final class FakeClient extends ClientMemory {

    static final Window WINDOW = Window.at(99);

    final byte[] bytes = new byte[BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES];
    boolean closed;
    int deliveries;

    @Override
    boolean fetch(Window from, long offset, Region to, long count) {
        for (int i = 0; i < count; i++) {
            to.setByte(i, bytes[(int) offset + i]);
        }
        return !closed;
    }

    @Override
    boolean deliver(Region from, Window to, long offset, long count) {
        deliveries++;
        for (int i = 0; i < count; i++) {
            bytes[(int) offset + i] = (byte) from.unsignedByte(i);
        }
        return !closed;
    }
}
