package peaberry.virtio;

/** Whether a device can be used, or why not. */
public enum Readiness {
    READY,
    /** There is no virtio device of that name, or not all of its structures. */
    ABSENT,
    /** It shares no memory with the driver, or not enough. */
    NO_MEMORY,
    /** It does not come out of its reset. */
    NEVER_RESET,
    /** It does not speak version 1 of the protocol ({@link Features#VERSION_1}). */
    NOT_MODERN,
    /** It would reach memory past the IOMMU ({@link Features#ACCESS_PLATFORM}). */
    UNCONFINED,
    /** It offers what the driver asked for, and does not grant it. */
    FEATURES_REFUSED,
    /** It has not all that its driver needs of such a device. */
    LACKING,
    /** A queue is missing, too small, or cannot be notified. */
    NO_QUEUE,
    /** It has no message to interrupt by. */
    NO_INTERRUPT
}
