package peaberry.bench;

import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.SystemCalls;

/**
 * The other side of {@link RoundTrips}: answers every message at once with the words that came. Two answers stand in each
 * loop, so that the shortest round trip has no loop of the server in it. {@link RoundTrips#RUNS} is even.
 */
final class Echo {

    private static final Capability ENDPOINT = Capability.at(ProgramSlots.SERVICE);
    private static final Capability REPLY = Capability.at(ProgramSlots.FIRST_REPLY);

    private Echo() {
    }

    /** Does not return. */
    static void run() {
        SystemCalls.receive(ENDPOINT, REPLY);
        for (int left = RoundTrips.RUNS; left > 2; left -= 2) {
            SystemCalls.replyReceiveWithoutWords(ENDPOINT, REPLY, Tag.of(0, 0));
            SystemCalls.replyReceiveWithoutWords(ENDPOINT, REPLY, Tag.of(0, 0));
        }
        SystemCalls.replyReceiveWithoutWords(ENDPOINT, REPLY, Tag.of(0, 0));
        SystemCalls.replyReceive(ENDPOINT, REPLY, Tag.of(0, 0));
        for (int left = RoundTrips.RUNS; left > 2; left -= 2) {
            SystemCalls.replyReceiveWithFourWords(ENDPOINT, REPLY, Tag.of(0, RoundTrips.FOUR));
            SystemCalls.replyReceiveWithFourWords(ENDPOINT, REPLY, Tag.of(0, RoundTrips.FOUR));
        }
        SystemCalls.replyReceiveWithFourWords(ENDPOINT, REPLY, Tag.of(0, RoundTrips.FOUR));
        SystemCalls.replyReceive(ENDPOINT, REPLY, Tag.of(0, RoundTrips.FOUR));
        for (;;) {
            SystemCalls.replyReceive(ENDPOINT, REPLY, Tag.of(0, RoundTrips.TEN));
        }
    }
}
