package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.runtime.RandomNumbers;

/**
 * A process that does its worst: threads of one address space that make random system calls with random registers and messages, on
 * everything they hold, which is one of each kind of object, themselves included. It may destroy all of it; then it is made anew.
 */
final class Hostile {

    private static final int THREADS = 3;
    private static final int STEPS = 10;
    private static final int TABLE_BITS = 6;
    private static final int SLOTS = 1 << TABLE_BITS;
    /** 64 KiB. */
    private static final int MEMORY_BITS = 16;
    private static final int BADGE = 666;

    /** One step in so many touches memory at random instead of making a system call. */
    private static final int TOUCHES = 32;
    /** One system call in so many has a number that is none. */
    private static final int UNKNOWN_NUMBERS = 64;
    /** One message in so many has any length, label and capabilities. */
    private static final int WILD_TAGS = 8;
    private static final int USUAL_LENGTHS = 8;
    /** One of so many others carries capabilities. */
    private static final int TRANSFERS = 4;
    /** One system call in so many may not wait longer than some microseconds. */
    private static final int LIMITS = 4;
    private static final int LONGEST_LIMIT = 200;
    /** Of so many system calls one is not an invocation or a message that waits for an answer. */
    private static final int OTHER_CALLS = 3;

    private static final long[] ADDRESSES = {
        0, UserLayout.PAGE, UserLayout.SCRATCH, UserLayout.SCRATCH + 0x10_0000, 0x7000_0000_0000L,
        UserLayout.LIMIT - UserLayout.PAGE, UserLayout.LIMIT, -UserLayout.PAGE, Long.MIN_VALUE, 0xFFFF_FFFF_8010_0000L,
    };

    private final RandomNumbers random;
    private final Actor[] threads = new Actor[THREADS];
    private int table;
    private int filled;

    Hostile(RandomNumbers random) {
        this.random = random;
    }

    /** Makes it, with a capability to send to an endpoint of others. */
    void make(int neighbour) {
        table = Fresh.table(TABLE_BITS);
        threads[0] = Actor.alone();
        for (int i = 1; i < THREADS; i++) {
            threads[i] = Actor.with(threads[0]);
        }
        filled = 0;
        give(table);
        give(threads[0].space());
        for (Actor thread : threads) {
            give(thread.thread());
        }
        give(Fresh.copy(threads[0].thread(), Rights.READ));
        give(Fresh.mint(neighbour, Rights.WRITE, BADGE));
        int endpoint = Fresh.endpoint();
        give(endpoint);
        give(endpoint);
        give(Fresh.copy(endpoint, Rights.READ));
        int notification = Fresh.notification();
        give(Fresh.mint(notification, Rights.ALL, 1));
        give(notification);
        give(Fresh.reply());
        give(Fresh.reply());
        int frame = Fresh.frame();
        give(frame);
        give(Fresh.copy(frame, Rights.READ));
        give(InterruptLine.handler());
        give(Own.interruptControl());
        give(PortRange.fresh());
        give(Fresh.make(ObjectType.IO_SPACE, 0));
        give(windowOfItself());
        give(Fresh.partition());
        give(Fresh.timeWindow());
        give(threads[0].context());
        give(Fresh.schedContext());
        move(Fresh.pageTable());
        move(Fresh.untyped(MEMORY_BITS));
    }

    /** A capability to copy into and out of its own memory. */
    private int windowOfItself() {
        int slot = Fresh.slot();
        Check.done(Kernel.call(threads[0].space(), Invocation.VSPACE_MAKE_WINDOW, threads[0].page(), 2 * UserLayout.PAGE, Rights.ALL.bits(),
                Own.table(), slot), "making a window of it");
        return slot;
    }

    private void give(int slot) {
        filled++;
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, filled, Own.table(), slot, Rights.ALL.bits()), "giving it something");
    }

    private void move(int slot) {
        filled++;
        Check.done(Kernel.call(table, Invocation.CNODE_MOVE, filled, Own.table(), slot), "giving it something for good");
    }

    /** Gives each thread that exists still something new to do, wherever it was stuck. */
    void incite() {
        for (Actor thread : threads) {
            thread.suspend();
            thread.forgetSteps();
            for (int i = 0; i < STEPS; i++) {
                act(thread);
            }
            thread.withTable(table).startIfPossible();
        }
    }

    /** How many system calls its threads made since they were incited. It may have written anything over the records of that. */
    int systemCalls() {
        int made = 0;
        for (Actor thread : threads) {
            for (int step = 0; step < STEPS; step++) {
                made += thread.done(step) == 1 && thread.isSystemCall(step) ? 1 : 0;
            }
        }
        return made;
    }

    private void act(Actor thread) {
        if (random.below(TOUCHES) == 0) {
            switch (random.below(3)) {
                case 0 -> thread.load(address());
                case 1 -> thread.store(address(), random.next());
                default -> thread.execute(address());
            }
            return;
        }
        int step = thread.systemCall(number(), slot(), slot(), tag());
        attach(thread);
        if (random.below(LIMITS) == 0) {
            thread.within(step, random.below(LONGEST_LIMIT));
        }
        for (int word = 0; word < Tag.REGISTER_WORDS; word++) {
            thread.word(step, word, word());
        }
    }

    /** What its messages carry, if they carry capabilities, and where those of others go. */
    private void attach(Actor thread) {
        for (int word = Tag.SENT_CAPABILITIES; word < Tag.BUFFER_WORDS; word++) {
            thread.setBufferWord(word, slot());
        }
    }

    private int number() {
        if (random.below(UNKNOWN_NUMBERS) == 0) {
            return (int) random.next();
        }
        return random.below(OTHER_CALLS) == 0 ? random.below(SystemCallNumber.COUNT) : SystemCallNumber.CALL;
    }

    /** Mostly one that was filled when it was made. */
    private long slot() {
        return switch (random.below(8)) {
            case 0 -> random.below(SLOTS);
            case 1 -> random.below(4) == 0 ? random.next() : 0;
            default -> 1 + random.below(filled);
        };
    }

    private long tag() {
        if (random.below(WILD_TAGS) == 0) {
            return random.next();
        }
        int capabilities = random.below(TRANSFERS) == 0 ? random.below(Tag.MAX_CAPABILITIES + 2) : 0;
        return Tag.of(random.below(Invocation.values().length + 1), random.below(USUAL_LENGTHS)).withCapabilities(capabilities).bits();
    }

    private long word() {
        return switch (random.below(8)) {
            case 0 -> random.next();
            case 1 -> address();
            case 2 -> random.below(16);
            case 3 -> random.below(256);
            default -> 1 + random.below(SLOTS);
        };
    }

    private long address() {
        long base = ADDRESSES[random.below(ADDRESSES.length)];
        return base + random.below(32) * UserLayout.PAGE + (random.below(4) == 0 ? random.below(1 << 12) : 0);
    }
}
