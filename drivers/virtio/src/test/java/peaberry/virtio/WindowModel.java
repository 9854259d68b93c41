package peaberry.virtio;

import peaberry.abi.KernelError;

/** A window on bytes of a client's. */
public final class WindowModel {

    /** What is behind it. */
    public final byte[] bytes;
    /** Copying in that direction is refused. */
    public boolean unreadable;
    public boolean unwritable;
    /** Each copy ends after so many bytes, because an interrupt came. */
    public int bytesUntilInterrupt = Integer.MAX_VALUE;

    public WindowModel(int size) {
        bytes = new byte[size];
    }

    KernelError hindrance(boolean write, long offset, long count) {
        if (write ? unwritable : unreadable) {
            return KernelError.MISSING_RIGHT;
        }
        return offset < 0 || count < 0 || offset > bytes.length - count ? KernelError.RANGE_ERROR : KernelError.NONE;
    }
}
