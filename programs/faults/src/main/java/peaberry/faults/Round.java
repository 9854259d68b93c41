package peaberry.faults;

/** The requests of all loads together while one fault is in the driver, and how they ended. */
final class Round {

    private final Load[] loads;
    private final long[] before = new long[Ending.count()];
    private long repeatedBefore;
    private long wrongBefore;
    private long wrongBehindBefore;
    private long lostBefore;
    private long doubledBefore;

    /** @param loads the first is the driver's own client; the others are behind the integrity server */
    Round(Load... loads) {
        this.loads = loads;
    }

    /** Makes all loads ready. @return whether they are served */
    boolean prepare() {
        boolean ready = true;
        for (Load load : loads) {
            ready &= load.prepare();
        }
        return ready;
    }

    /** From here on is counted. */
    void begin() {
        for (Load load : loads) {
            load.begin();
        }
        for (int i = 0; i < before.length; i++) {
            before[i] = sum(Ending.of(i));
        }
        repeatedBefore = sumRepeated();
        wrongBefore = loads[0].wrong();
        wrongBehindBefore = sumWrongBehind();
        lostBefore = loads[0].lost();
        doubledBefore = loads[0].doubled();
    }

    /** A request of each load. @return whether all were served */
    boolean request() {
        boolean served = true;
        for (Load load : loads) {
            served &= load.request() == Ending.SERVED;
        }
        return served;
    }

    /** Has everything checked and put right. @return whether all is well now */
    boolean settle() {
        boolean settled = true;
        for (Load load : loads) {
            settled &= load.settle();
        }
        return settled;
    }

    /** When the first request of the driver's own client was served that ended after a moment. */
    long servedAfter(long ticks) {
        return loads[0].servedAfter(ticks);
    }

    /** How many requests ended so since {@link #begin}. */
    long ended(Ending ending) {
        return sum(ending) - before[ending.ordinal()];
    }

    /** Whether anything but good service came of it since {@link #begin}. */
    boolean suffers() {
        return ended(Ending.FAILED) + ended(Ending.UNANSWERED) + ended(Ending.WRONG) + wrong() + wrongBehind() > 0;
    }

    /** How many calls were repeated since {@link #begin}. */
    long repeated() {
        return sumRepeated() - repeatedBefore;
    }

    /** How much was found wrong since {@link #begin} by the driver's own client. */
    long wrong() {
        return loads[0].wrong() - wrongBefore;
    }

    /** The same of those behind the integrity server. */
    long wrongBehind() {
        return sumWrongBehind() - wrongBehindBefore;
    }

    /** How much got lost and had to be sent again since {@link #begin}. */
    long lost() {
        return loads[0].lost() - lostBefore;
    }

    /** How much came twice, or too late to be asked for, since {@link #begin}. */
    long doubled() {
        return loads[0].doubled() - doubledBefore;
    }

    private long sum(Ending ending) {
        long sum = 0;
        for (Load load : loads) {
            sum += load.ended(ending);
        }
        return sum;
    }

    private long sumRepeated() {
        long sum = 0;
        for (Load load : loads) {
            sum += load.repeated();
        }
        return sum;
    }

    private long sumWrongBehind() {
        long sum = 0;
        for (int i = 1; i < loads.length; i++) {
            sum += loads[i].wrong();
        }
        return sum;
    }
}
