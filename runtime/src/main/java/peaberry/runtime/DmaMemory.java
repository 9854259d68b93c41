package peaberry.runtime;

import peaberry.abi.RegionKind;

/**
 * The memory that a driver shares with its device: bytes from offset 0 on, in one piece as either sees them. What is where in it is the driver's
 * affair. The device may change any byte at any time: what counts is kept elsewhere.
 */
public final class DmaMemory {

    private final Region bytes = new Region();
    private long deviceAddress;

    /** Finds the memory that is shared with the device of that name. @return whether there is some */
    public boolean open(String device) {
        deviceAddress = Regions.deviceAddress(device);
        return Regions.open(bytes, device, RegionKind.DMA, 0);
    }

    /** As the driver sees it. */
    public Region bytes() {
        return bytes;
    }

    /** How many bytes there are; 0 as long as it is not open. */
    public long size() {
        return bytes.size();
    }

    /** Where the device sees the {@code count} bytes from {@code offset} on; a fault of the program if they are not all there. */
    public long deviceAddress(long offset, long count) {
        if (offset < 0 || count < 0 || offset > size() - count) {
            throw new IndexOutOfBoundsException();
        }
        return deviceAddress + offset;
    }

    /** Writes zeros. @param offset, count multiples of 8, of what is there */
    public void clear(long offset, long count) {
        for (long done = 0; done < count; done += Long.BYTES) {
            bytes.setInt64(offset + done, 0);
        }
    }
}
