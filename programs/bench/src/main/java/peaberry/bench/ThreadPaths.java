package peaberry.bench;

import peaberry.abi.ObjectType;
import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Time;

/** Measures the paths from one thread to another but for calls: signals, turns, faults. */
final class ThreadPaths {

    private static final int RUNS = 500;
    /** The first ones of a partner begin before it, or this program, has come into step. */
    private static final int IN_STEP = 2;
    private static final int WAYS = 2;

    private static final Partner SIGNALLER = new Partner(PartnerCode.SIGNALS, Partner.LOWER);
    private static final Partner YIELDER = new Partner(PartnerCode.YIELDS, Partner.EQUAL);
    private static final Partner FAULTER = new Partner(PartnerCode.FAULTS, Partner.LOWER);

    private ThreadPaths() {
    }

    /** From a signal until this program, more urgent than who signals, returns from its waiting. */
    static long signal() {
        Capability notification = Capability.at(Resources.make(ObjectType.NOTIFICATION));
        SIGNALLER.start(notification.slot(), Capability.NONE);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            SystemCalls.await(notification);
            least = Math.min(least, Time.ticks() - SIGNALLER.result());
        }
        SIGNALLER.stop();
        return least - Paths.clock();
    }

    /** From one thread's yielding to the return of another from its own: half of the way there and back. */
    static long yieldToAnother() {
        YIELDER.start(0, Capability.NONE);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            SystemCalls.yieldProcessor();
            long taken = Time.ticks() - start;
            if (i >= IN_STEP) {
                least = Math.min(least, taken);
            }
        }
        YIELDER.stop();
        return (least - Paths.clock()) / WAYS;
    }

    /** From an illegal instruction to its handler, this program, and on to the next instruction. */
    static long fault() {
        Capability endpoint = Capability.at(Resources.make(ObjectType.ENDPOINT));
        Capability reply = Capability.at(Resources.make(ObjectType.REPLY));
        FAULTER.start(0, endpoint);
        long least = Long.MAX_VALUE;
        SystemCalls.receive(endpoint, reply);
        for (int i = 0; i < RUNS; i++) {
            Message.setWord(0, Message.word(0) + PartnerCode.UD2_BYTES);
            SystemCalls.replyReceiveWithFourWords(endpoint, reply, Tag.of(0, 1));
            least = Math.min(least, FAULTER.result());
        }
        FAULTER.stop();
        return least - Paths.clock();
    }
}
