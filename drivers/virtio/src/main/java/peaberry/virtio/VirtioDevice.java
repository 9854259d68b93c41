package peaberry.virtio;

import peaberry.abi.RegionKind;
import peaberry.abi.VirtioStructure;
import peaberry.runtime.DmaMemory;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * A virtio device that is a PCI function, and the way in which it is made ready (Virtual I/O Device version 1.2, 3.1.1 and 4.1.5):
 * {@link #begin}, {@link #setUp} of each queue, {@link #start}. Each says what hinders it; then the device stays as it is, marked as given up.
 *
 * <p>Where its structures are was found by others, who may read the configuration space: the driver opens them by name. The device interrupts
 * by the first of its messages, whatever happened.
 */
public final class VirtioDevice {

    /** The number of the message by which it interrupts. */
    private static final int MESSAGE = 0;
    /** More than a reset takes: a tenth of a second, as a look at a register takes a microsecond. */
    private static final int MOST_LOOKS = 100_000;
    /** How often its registers may change while they are read. */
    private static final int MOST_READINGS = 16;

    private final CommonStructure common = new CommonStructure();
    private final Region notifications = new Region();
    private final Region own = new Region();
    private final DmaMemory memory = new DmaMemory();
    private long notifyMultiplier;
    private long features;

    /**
     * Finds the device, resets it and agrees with it on what is used of it.
     *
     * @param device the declaration's name for it
     * @param memory how many bytes it has to share with the driver
     * @param wanted the features that are used if it has them, beside those that this class is about
     */
    public Readiness begin(String device, long memory, long wanted) {
        if (!find(device)) {
            return Readiness.ABSENT;
        }
        if (!this.memory.open(device) || this.memory.size() < memory) {
            return giveUp(Readiness.NO_MEMORY);
        }
        if (!reset()) {
            return giveUp(Readiness.NEVER_RESET);
        }
        common.setStatus(CommonStructure.ACKNOWLEDGED);
        common.setStatus(CommonStructure.ACKNOWLEDGED | CommonStructure.DRIVER);
        return agree(wanted);
    }

    private boolean find(String device) {
        notifyMultiplier = Regions.notifyMultiplier(device);
        Regions.open(own, device, RegionKind.VIRTIO, VirtioStructure.DEVICE);
        return common.open(device) && Regions.open(notifications, device, RegionKind.VIRTIO, VirtioStructure.NOTIFICATIONS);
    }

    private boolean reset() {
        common.setStatus(CommonStructure.RESET);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (common.status() == CommonStructure.RESET) {
                return true;
            }
        }
        return false;
    }

    private Readiness agree(long wanted) {
        long offered = common.deviceFeatures();
        if ((offered & Features.VERSION_1) == 0) {
            return giveUp(Readiness.NOT_MODERN);
        }
        if ((offered & Features.ACCESS_PLATFORM) == 0) {
            return giveUp(Readiness.UNCONFINED);
        }
        features = offered & (wanted | Features.DEMANDED | Features.ACCEPTED);
        common.setDriverFeatures(features);
        addStatus(CommonStructure.FEATURES_AGREED);
        boolean agreed = (common.status() & CommonStructure.FEATURES_AGREED) != 0;
        return agreed ? Readiness.READY : giveUp(Readiness.FEATURES_REFUSED);
    }

    /**
     * Makes a queue ready.
     *
     * @param offset where it is in the memory that the device shares with the driver, a multiple of {@link VirtQueue#ALIGNMENT}
     */
    public Readiness setUp(VirtQueue queue, long offset) {
        return setUp(queue, offset, MESSAGE);
    }

    /** As {@link #setUp}, of a queue that the driver looks at by itself: the device does not tell of it. */
    public Readiness setUpSilent(VirtQueue queue, long offset) {
        return setUp(queue, offset, CommonStructure.NO_MESSAGE);
    }

    private Readiness setUp(VirtQueue queue, long offset, int message) {
        common.selectQueue(queue.number());
        if (common.queueSize() < queue.size()) {
            return giveUp(Readiness.NO_QUEUE);
        }
        long place = common.queueNotifyPlace() * notifyMultiplier;
        if (place < 0 || place > notifications.size() - Short.BYTES || (place & Short.BYTES - 1) != 0) {
            return giveUp(Readiness.NO_QUEUE);
        }
        if (!common.setQueueMessage(message)) {
            return giveUp(Readiness.NO_INTERRUPT);
        }
        queue.place(memory, offset, notifications, place);
        common.setQueueSize(queue.size());
        common.setQueueAddresses(queue.descriptorsAtDevice(), queue.availableAtDevice(), queue.usedAtDevice());
        common.enableQueue();
        return Readiness.READY;
    }

    /** Lets the device work: from now on it interrupts, and its queues may be notified. */
    public Readiness start() {
        if (!common.setConfigurationMessage(MESSAGE)) {
            return giveUp(Readiness.NO_INTERRUPT);
        }
        addStatus(CommonStructure.DRIVER_READY);
        return Readiness.READY;
    }

    /** Marks the device as one that the driver does not use. */
    public Readiness giveUp(Readiness why) {
        addStatus(CommonStructure.FAILED);
        return why;
    }

    /** Whether this feature was agreed on. @param feature a bit */
    public boolean has(long feature) {
        return (features & feature) != 0;
    }

    /** The memory that the device and the driver share. */
    public DmaMemory memory() {
        return memory;
    }

    /** How many bytes the registers take that only devices of this kind have. */
    public long ownBytes() {
        return own.size();
    }

    /** One of the registers that only devices of this kind have, 0 to 255. */
    public int ownByte(long offset) {
        return own.unsignedByte(offset);
    }

    /** One of them of 16 bits, 0 to 65,535. @param offset a multiple of 2 */
    public int ownShort(long offset) {
        return own.unsignedShort(offset);
    }

    /** One of them of 64 bits, both halves of the same moment. @param offset a multiple of 4 */
    public long ownLong(long offset) {
        for (int readings = 0; readings < MOST_READINGS; readings++) {
            int generation = common.configurationGeneration();
            long value = own.int32(offset) & 0xFFFF_FFFFL | (long) own.int32(offset + Integer.BYTES) << Integer.SIZE;
            if (common.configurationGeneration() == generation) {
                return value;
            }
        }
        throw new ProtocolViolation("its registers do not hold still");
    }

    /** To be called when an interrupt had no other cause: a device that cannot go on says so in this way. */
    public void checkAlive() {
        if ((common.status() & CommonStructure.NEEDS_RESET) != 0) {
            throw new ProtocolViolation("it needs a reset");
        }
    }

    private void addStatus(int bit) {
        common.setStatus(common.status() | bit);
    }
}
