package peaberry.virtio;

/** Features that are not of one kind of device (Virtual I/O Device version 1.2, 6), as bits. */
public final class Features {

    /** The device speaks version 1 of the protocol, not only what was before it. */
    public static final long VERSION_1 = 1L << 32;
    /** The device's accesses to memory go through the IOMMU, as those of any other. */
    public static final long ACCESS_PLATFORM = 1L << 33;
    /** The device's accesses are ordered as the platform orders those of devices: on a PC what is written first is seen first, with or without. */
    public static final long ORDER_PLATFORM = 1L << 36;

    /** What this package demands of each device. */
    static final long DEMANDED = VERSION_1 | ACCESS_PLATFORM;
    /** What it accepts if it is offered. */
    static final long ACCEPTED = ORDER_PLATFORM;

    private Features() {
    }
}
