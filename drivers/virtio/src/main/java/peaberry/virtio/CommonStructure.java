package peaberry.virtio;

import peaberry.abi.RegionKind;
import peaberry.abi.VirtioStructure;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * The registers that all virtio devices have (Virtual I/O Device version 1.2, 4.1.4.3), each accessed in its own width, those of 64 bits as two
 * halves (4.1.3.1). What is said of a queue is of the one that was selected last.
 */
final class CommonStructure {

    /** Bits of the device's status (2.1). */
    static final int ACKNOWLEDGED = 1;
    static final int DRIVER = 1 << 1;
    static final int DRIVER_READY = 1 << 2;
    static final int FEATURES_AGREED = 1 << 3;
    static final int NEEDS_RESET = 1 << 6;
    static final int FAILED = 1 << 7;
    static final int RESET = 0;

    /** In place of a message's number: there is none. */
    static final int NO_MESSAGE = 0xFFFF;

    static final int BYTES = 56;

    private static final int DEVICE_FEATURES_SELECT = 0;
    private static final int DEVICE_FEATURES = 4;
    private static final int DRIVER_FEATURES_SELECT = 8;
    private static final int DRIVER_FEATURES = 12;
    private static final int CONFIGURATION_MESSAGE = 16;
    private static final int STATUS = 20;
    private static final int CONFIGURATION_GENERATION = 21;
    private static final int QUEUE_SELECT = 22;
    private static final int QUEUE_SIZE = 24;
    private static final int QUEUE_MESSAGE = 26;
    private static final int QUEUE_ENABLE = 28;
    private static final int QUEUE_NOTIFY_PLACE = 30;
    private static final int QUEUE_DESCRIPTORS = 32;
    private static final int QUEUE_AVAILABLE = 40;
    private static final int QUEUE_USED = 48;

    private static final int ENABLED = 1;
    private static final int HALF_BYTES = 4;

    private final Region registers = new Region();

    /** @return whether there is such a device, with all these registers */
    boolean open(String device) {
        return Regions.open(registers, device, RegionKind.VIRTIO, VirtioStructure.COMMON) && registers.size() >= BYTES;
    }

    int status() {
        return registers.unsignedByte(STATUS);
    }

    void setStatus(int status) {
        registers.setByte(STATUS, status);
    }

    /** What the device can do, a bit for each feature. */
    long deviceFeatures() {
        registers.setInt32(DEVICE_FEATURES_SELECT, 0);
        long low = registers.int32(DEVICE_FEATURES) & 0xFFFF_FFFFL;
        registers.setInt32(DEVICE_FEATURES_SELECT, 1);
        return low | (long) registers.int32(DEVICE_FEATURES) << Integer.SIZE;
    }

    /** Says what the driver will use of it. */
    void setDriverFeatures(long features) {
        registers.setInt32(DRIVER_FEATURES_SELECT, 0);
        registers.setInt32(DRIVER_FEATURES, (int) features);
        registers.setInt32(DRIVER_FEATURES_SELECT, 1);
        registers.setInt32(DRIVER_FEATURES, (int) (features >>> Integer.SIZE));
    }

    /** Changes whenever the device's own registers change by themselves, 0 to 255. */
    int configurationGeneration() {
        return registers.unsignedByte(CONFIGURATION_GENERATION);
    }

    /** @return whether the device will tell by that message that its own registers changed */
    boolean setConfigurationMessage(int message) {
        registers.setInt16(CONFIGURATION_MESSAGE, message);
        return registers.unsignedShort(CONFIGURATION_MESSAGE) == message;
    }

    void selectQueue(int queue) {
        registers.setInt16(QUEUE_SELECT, queue);
    }

    /** After a reset the most entries; 0 if there is no such queue. */
    int queueSize() {
        return registers.unsignedShort(QUEUE_SIZE);
    }

    void setQueueSize(int entries) {
        registers.setInt16(QUEUE_SIZE, entries);
    }

    /** @return whether the device will tell by that message that it is done with something in the queue */
    boolean setQueueMessage(int message) {
        registers.setInt16(QUEUE_MESSAGE, message);
        return registers.unsignedShort(QUEUE_MESSAGE) == message;
    }

    /** Which of the places it is at which this queue is notified. */
    int queueNotifyPlace() {
        return registers.unsignedShort(QUEUE_NOTIFY_PLACE);
    }

    /** Says where the queue's three parts are, as the device sees them. */
    void setQueueAddresses(long descriptors, long available, long used) {
        setAddress(QUEUE_DESCRIPTORS, descriptors);
        setAddress(QUEUE_AVAILABLE, available);
        setAddress(QUEUE_USED, used);
    }

    void enableQueue() {
        registers.setInt16(QUEUE_ENABLE, ENABLED);
    }

    private void setAddress(int register, long address) {
        registers.setInt32(register, (int) address);
        registers.setInt32(register + HALF_BYTES, (int) (address >>> Integer.SIZE));
    }
}
