package peaberry.faults;

import peaberry.faults.code.FaultType;

/** How long it took to notice failures, and to recover from them, by how the driver failed and by what had been done to it. */
final class Times {

    private final Histogram crashes = new Histogram();
    private final Histogram hangs = new Histogram();
    private final Histogram detections = new Histogram();
    private final Histogram[] kinds = new Histogram[FaultType.count()];

    Times() {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = new Histogram();
        }
    }

    /** A driver recovered. @param hung whether it had not failed, but given no sign of life @param microseconds from when that was noticed to the next request that was served */
    void addRecovery(FaultType type, boolean hung, long microseconds) {
        (hung ? hangs : crashes).add(microseconds);
        kinds[type.ordinal()].add(microseconds);
    }

    /** It was noticed that a driver had come to a stuck loop. @param microseconds from then on */
    void addDetection(long microseconds) {
        detections.add(microseconds);
    }

    /** From a failure to the next request that was served. */
    Histogram crashes() {
        return crashes;
    }

    /** The same where the driver did not fail, but hung: from when that was noticed. */
    Histogram hangs() {
        return hangs;
    }

    /** From when a driver came to a stuck loop to when that was noticed. */
    Histogram detections() {
        return detections;
    }

    /** All recoveries from one kind of faults. */
    Histogram of(FaultType type) {
        return kinds[type.ordinal()];
    }
}
