package peaberry.integrity;

import peaberry.abi.KernelError;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** The memory of a client, as far as the window allows it that came with the request. */
class ClientMemory {

    /** Copies {@code bytes} bytes of the client's, from {@code offset} on, to the start of {@code to}. @return whether all could be copied */
    boolean fetch(Window from, long offset, Region to, long bytes) {
        return WindowCopy.read(from, offset, to, 0, bytes) == KernelError.NONE;
    }

    /** Copies the first {@code bytes} bytes of {@code from} to the client, from {@code offset} on. @return whether all could be copied */
    boolean deliver(Region from, Window to, long offset, long bytes) {
        return WindowCopy.write(to, offset, from, 0, bytes) == KernelError.NONE;
    }
}
