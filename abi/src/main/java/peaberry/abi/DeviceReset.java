package peaberry.abi;

/** How a device is brought to rest when its driver is no more. The ordinal is the number in {@link GrantTable} and in messages. */
public enum DeviceReset {
    /** There is no way but to take its memory and its interrupt away. */
    NONE,
    /** By its function-level reset (PCI Express Base Specification 4.0, 6.6.2). */
    FUNCTION,
    /** By the status register of a virtio device (virtio 1.2, 4.1.4.3). */
    VIRTIO,
    /** By the global control of a disk controller (AHCI 1.3.1, 10.4.3). */
    AHCI;

    private static final DeviceReset[] ALL = values();

    /** The one of that number; {@link #NONE} if there is none. */
    public static DeviceReset of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : NONE;
    }
}
