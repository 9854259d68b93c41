package hostile;

import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.SystemCalls;

/** System calls with random capabilities, messages and limits: all that a program can ask of the kernel without writing machine code. */
final class Raving {

    private static final RandomNumbers RANDOM = new RandomNumbers(1);
    /** Somewhat more than there are. */
    private static final int SLOTS = 80;
    private static final int WILD = 8;
    private static final int LABELS = 80;
    private static final int LENGTHS = 8;
    private static final int SMALL = 256;
    private static final int LONGEST_LIMIT = 200;
    private static final int KINDS = 12;
    /** How many were made, in memory that outlives the program. */
    private static final Region COUNT = new Region();

    private Raving() {
    }

    static void open() {
        Regions.open(COUNT, "memory", RegionKind.KEPT, 0);
    }

    static long made() {
        return COUNT.int64(0);
    }

    static void rave(long seed, int calls) {
        RANDOM.restart(seed);
        for (int i = 0; i < calls; i++) {
            for (int word = 0; word < Tag.REGISTER_WORDS; word++) {
                Message.setWord(word, word());
            }
            for (int index = 0; index < Tag.MAX_CAPABILITIES; index++) {
                Message.attach(index, slot());
                Message.expect(index, slot());
            }
            call();
            COUNT.setInt64(0, COUNT.int64(0) + 1);
        }
        Message.expect(0, Capability.NONE);
    }

    private static void call() {
        switch (RANDOM.below(KINDS)) {
            case 0 -> SystemCalls.receive(slot(), slot(), limit());
            case 1 -> SystemCalls.replyReceive(slot(), slot(), tag(), limit());
            case 2 -> SystemCalls.signal(slot());
            case 3 -> SystemCalls.await(slot(), limit());
            case 4 -> SystemCalls.poll(slot());
            case 5 -> SystemCalls.yieldProcessor();
            default -> SystemCalls.call(slot(), tag(), limit());
        }
    }

    private static Capability slot() {
        return Capability.at(RANDOM.below(WILD) == 0 ? (int) RANDOM.next() : RANDOM.below(SLOTS));
    }

    private static Timeout limit() {
        return Timeout.of(RANDOM.below(LONGEST_LIMIT));
    }

    private static Tag tag() {
        return RANDOM.below(WILD) == 0
                ? new Tag(RANDOM.next())
                : Tag.of(RANDOM.below(LABELS), RANDOM.below(LENGTHS)).withCapabilities(RANDOM.below(WILD) == 0 ? RANDOM.below(WILD) : 0);
    }

    private static long word() {
        return switch (RANDOM.below(4)) {
            case 0 -> RANDOM.next();
            case 1 -> RANDOM.below(SMALL);
            default -> RANDOM.below(SLOTS);
        };
    }
}
