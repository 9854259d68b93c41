package peaberry.abi;

/**
 * The structures by which the driver of a virtio device reaches it: the numbers that the device's capabilities have for them ({@code cfg_type}; Virtual
 * I/O Device version 1.2, 4.1.4), and rows of {@link RegionKind#VIRTIO} as well.
 */
public final class VirtioStructure {

    /** What all devices have: features, status, queues. */
    public static final int COMMON = 1;
    /** Where the driver tells the device that there is something in a queue. */
    public static final int NOTIFICATIONS = 2;
    /** Why a line interrupts. Who is interrupted by messages does not need it. */
    public static final int INTERRUPT_STATUS = 3;
    /** What devices of this kind alone have. */
    public static final int DEVICE = 4;

    private VirtioStructure() {
    }
}
