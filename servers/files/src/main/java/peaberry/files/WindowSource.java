package peaberry.files;

import peaberry.abi.KernelError;
import peaberry.files.ext4.Changes;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** A client's memory, as far as the window allows it that came with the request. */
final class WindowSource implements Changes.Source {

    private Window window = Window.at(0);
    private long start;

    void take(Window from, long offset) {
        window = from;
        start = offset;
    }

    @Override
    public boolean get(Region memory, long offset, int bytes, long done) {
        return start + done >= 0 && WindowCopy.read(window, start + done, memory, offset, bytes) == KernelError.NONE;
    }
}
