package peaberry.bench;

import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Time;

/** Measures calls that {@link Echo} answers, each length so often as {@link Echo} expects it, in this order. */
final class RoundTrips {

    static final int RUNS = 500;
    static final int FOUR = 4;
    /** More words than fit into registers. */
    static final int TEN = 10;

    private static final String PEER = "echo";

    private RoundTrips() {
    }

    static long withoutWords() {
        Capability peer = Grants.find(PEER);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.callWithoutWords(peer, Tag.of(0, 0));
            least = Math.min(least, Time.ticks() - start);
        }
        return least - Paths.clock();
    }

    static long withFourWords() {
        setWords(FOUR);
        Capability peer = Grants.find(PEER);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.callWithFourWords(peer, Tag.of(0, FOUR));
            least = Math.min(least, Time.ticks() - start);
        }
        requireWords(FOUR);
        return least - Paths.clock();
    }

    static long withTenWords() {
        setWords(TEN);
        Capability peer = Grants.find(PEER);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.call(peer, Tag.of(0, TEN));
            least = Math.min(least, Time.ticks() - start);
        }
        requireWords(TEN);
        return least - Paths.clock();
    }

    private static void setWords(int count) {
        for (int i = 0; i < count; i++) {
            Message.setWord(i, count + i);
        }
    }

    /** They came back. */
    private static void requireWords(int count) {
        for (int i = 0; i < count; i++) {
            if (Message.word(i) != count + i) {
                throw new IllegalStateException();
            }
        }
    }
}
