package peaberry.machine;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** In an ordinary Java program: the processor's time stamp counter. */
@Include(value = "processor.h", isSystem = false)
public final class Clock {

    private Clock() {
    }

    /** Ticks since some moment before boot. */
    @Import(name = "peaberry_ticks")
    @Unmanaged
    public static native long ticks();
}
