package peaberry.faults;

import peaberry.faults.code.FaultType;

/** What came of the faults, by their kind. */
final class Tally {

    /** What is counted of each kind. */
    enum Count {
        INJECTED("injected"),
        /** The driver came to the changed code, or something came of changed data. */
        ACTIVATED("activated"),
        /** Something came of it: the driver failed, or a request did. */
        EFFECTIVE("effective"),
        /** The supervisor noticed. */
        DETECTED("detected"),
        /** Requests are served again, and nobody but the supervisor did anything about it. */
        RECOVERED("recovered"),
        /** Only a client noticed: it reported the driver, which the supervisor then made anew, and requests are served again. */
        REPORTED("reported"),
        /** What came of it was found when nothing was wrong with the driver any more: data that it had written wrong, above all. */
        SILENT("silent"),
        /** Requests were not served again. */
        DEAD("dead"),
        /** Calls that were made again. */
        REPEATED("repeated"),
        /** Requests that ended with an error. */
        FAILED("failed"),
        /** Requests that nobody answered in time. */
        UNANSWERED("unanswered"),
        /** Frames that had to be sent again, or whose answer had; and those that came twice or late. */
        LOST("lost"), DOUBLED("doubled"),
        /** Sectors, or other results, that were not what they had to be. */
        WRONG("wrong"),
        /** The same behind the integrity server. */
        WRONG_BEHIND("behind");

        private static final Count[] ALL = values();

        private final String text;

        Count(String text) {
            this.text = text;
        }

        /** In a reader's words. */
        String text() {
            return text;
        }

        static int count() {
            return ALL.length;
        }

        static Count of(int ordinal) {
            return ALL[ordinal];
        }
    }

    private final long[] counts = new long[FaultType.count() * Count.count()];

    void add(FaultType type, Count what, long more) {
        counts[type.ordinal() * Count.count() + what.ordinal()] += more;
    }

    long of(FaultType type, Count what) {
        return counts[type.ordinal() * Count.count() + what.ordinal()];
    }

    /** Of all kinds together. */
    long total(Count what) {
        long total = 0;
        for (int type = 0; type < FaultType.count(); type++) {
            total += of(FaultType.of(type), what);
        }
        return total;
    }
}
