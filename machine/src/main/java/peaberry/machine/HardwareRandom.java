package peaberry.machine;

/** The processor's own source of random numbers, which programs may ask (RDRAND: Intel SDM, volume 1, 7.3.17). The JVM's machine has none. */
public final class HardwareRandom {

    private HardwareRandom() {
    }

    /** 1 if the processor has such a source, else 0. */
    @Intrinsic
    public static int sources() {
        return 0;
    }

    /** 64 random bits; 0 if it has none at the moment. Only if there is a source. */
    @Intrinsic
    public static long next() {
        return 0;
    }
}
