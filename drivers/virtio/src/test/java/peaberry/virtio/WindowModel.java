package peaberry.virtio;

import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;

/** A window on bytes of a client's. */
public final class WindowModel {

    /** What is behind it. */
    public final byte[] bytes;
    /** What the kernel says that it is: of another type it is no window, and not to be used as one. */
    public CapabilityType type = CapabilityType.WINDOW;
    /** Copying in that direction is refused. */
    public boolean unreadable;
    public boolean unwritable;
    /** Each copy ends after so many bytes, because an interrupt came. */
    public int bytesUntilInterrupt = Integer.MAX_VALUE;

    public WindowModel(int size) {
        bytes = new byte[size];
    }

    KernelError hindrance(boolean write, long offset, long count) {
        if (type != CapabilityType.WINDOW) {
            throw new IllegalStateException("a message to whoever receives there");
        }
        if (write ? unwritable : unreadable) {
            return KernelError.MISSING_RIGHT;
        }
        return offset < 0 || count < 0 || offset > bytes.length - count ? KernelError.RANGE_ERROR : KernelError.NONE;
    }
}
