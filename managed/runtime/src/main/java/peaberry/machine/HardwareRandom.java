package peaberry.machine;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** In an ordinary Java program: the processor's own source of random numbers. */
@Include(value = "processor.h", isSystem = false)
public final class HardwareRandom {

    private HardwareRandom() {
    }

    /** 1 if the processor has such a source, else 0. */
    @Import(name = "peaberry_randomSources")
    @Unmanaged
    public static native int sources();

    /** 64 random bits; 0 if it has none at the moment. Only if there is a source. */
    @Import(name = "peaberry_randomBits")
    @Unmanaged
    public static native long next();
}
