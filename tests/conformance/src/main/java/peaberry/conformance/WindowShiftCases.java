package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.runtime.Time;

/**
 * A partition's windows open when they are due, whatever the threads of another partition do. A watch in the partition looks at the clock
 * all the time: a gap means that the window was closed and has opened again.
 */
final class WindowShiftCases {

    private static final String OBJECT = "Partition";
    /** Microseconds. The suite's own partition has the other window of the cycle, as root made it. */
    private static final long WINDOW = 1_000;
    private static final long OTHER_WINDOW = 5_000;
    private static final long WINDOW_BETWEEN = 2_000;
    private static final long CYCLE = WINDOW + OTHER_WINDOW;
    private static final long MOST_SHIFT = 20;
    private static final long PAUSE = 20_000;
    private static final int MOST_PAUSES = 20;
    private static final long NOWHERE = 0x6000_0000_0000L;
    private static final int LAST = 0;
    /** Results of the watch: the shortest and the longest time from one opening to the next, in ticks. */
    private static final int SHORTEST = 1;
    private static final int LONGEST = 2;

    /** Looks at eight openings; a gap is 200,000 ticks or more. The first opening that is seen only begins the measurement. */
    private static final byte[] WATCH = MachineCode.of(
            "0F 31 48 C1 E2 20 48 09 D0 49 89 C0"       // rdtsc; shl $32, %rdx; or %rdx, %rax; mov %rax, %r8
            + " 45 31 C9 49 83 CA FF 45 31 DB"          // xor %r9d, %r9d; or $-1, %r10; xor %r11d, %r11d
            + " B9 09 00 00 00"                         // mov $9, %ecx
            // look:
            + " 0F 31 48 C1 E2 20 48 09 D0"             // rdtsc; shl $32, %rdx; or %rdx, %rax
            + " 48 89 C2 4C 29 C2 49 89 C0"             // mov %rax, %rdx; sub %r8, %rdx; mov %rax, %r8
            + " 48 81 FA 40 0D 03 00 72 E5"             // cmp $200000, %rdx; jb look
            + " 48 89 C2 4C 29 CA"                      // mov %rax, %rdx; sub %r9, %rdx
            + " 4D 85 C9 49 89 C1 74 0E"                // test %r9, %r9; mov %rax, %r9; jz next
            + " 4C 39 D2 4C 0F 42 D2"                   // cmp %r10, %rdx; cmovb %rdx, %r10
            + " 4C 39 DA 4C 0F 47 DA"                   // cmp %r11, %rdx; cmova %rdx, %r11
            // next:
            + " FF C9 75 C5"                            // dec %ecx; jnz look
            + " 4C 89 95 88 00 00 00"                   // mov %r10, WORD_RESULTS + 8(%rbp)
            + " 4C 89 9D 90 00 00 00 C3");              // mov %r11, WORD_RESULTS + 16(%rbp); ret

    static final Case[] ALL = {
        new Case(OBJECT, "noBusyLoopElsewhereShiftsItsWindow", WindowShiftCases::noBusyLoopElsewhereShiftsItsWindow),
        new Case(OBJECT, "noStormOfSystemCallsElsewhereShiftsItsWindow", WindowShiftCases::noStormOfSystemCallsElsewhereShiftsItsWindow),
        new Case(OBJECT, "noFaultsElsewhereShiftItsWindow", WindowShiftCases::noFaultsElsewhereShiftItsWindow),
        new Case(OBJECT, "twoWindowsACycleOpenWhenTheyAreDue", WindowShiftCases::twoWindowsACycleOpenWhenTheyAreDue),
    };

    private WindowShiftCases() {
    }

    /** @param after the window that it follows, or {@link #LAST} */
    private static int add(int partition, long length, int after) {
        int window = Fresh.timeWindow();
        Check.done(Kernel.call(Own.partitionControl(), Invocation.PARTITION_CONTROL_ADD_WINDOW, window, partition, length, after),
                "adding a window");
        return window;
    }

    private static void remove(int window) {
        Check.done(Kernel.call(Own.partitionControl(), Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window), "removing a window");
    }

    /** Runs the watch in a partition with one window, beside actors that run already in the suite's partition. */
    private static void watch() {
        int partition = Fresh.partition();
        int window = add(partition, WINDOW, LAST);
        watch(partition, CYCLE, CYCLE);
        remove(window);
    }

    /** @param shortest the shortest and the longest time from one opening of the partition's windows to the next, in microseconds */
    private static void watch(int partition, long shortest, long longest) {
        Actor watch = Actor.alone();
        int step = watch.execute(watch.install(WATCH));
        startIn(partition, watch);
        for (int i = 0; i < MOST_PAUSES && watch.done(step) == 0; i++) {
            Actor.letTimePass(PAUSE);
        }
        Check.equal(1, watch.done(step), "how often the watch came to its end");
        checkNear(shortest, watch.word(step, SHORTEST), "that no window opens more than 20 microseconds early");
        checkNear(longest, watch.word(step, LONGEST), "that no window opens more than 20 microseconds late");
    }

    private static void startIn(int partition, Actor actor) {
        Check.done(Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_UNBIND), "taking the actor's time away");
        Check.done(Kernel.call(partition, Invocation.PARTITION_CONFIGURE, actor.context(), CYCLE, CYCLE), "giving it time elsewhere");
        Check.done(Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_BIND, actor.thread()), "binding it again");
        actor.start();
    }

    private static void checkNear(long microseconds, long ticks, String what) {
        long shift = ticks - microseconds * Time.ticksPerMicrosecond();
        Check.that(Math.abs(shift) <= MOST_SHIFT * Time.ticksPerMicrosecond(), what);
    }

    /**
     * The cycle: the suite's window, the watch's first one, one of a third partition, and the watch's second one. Somebody runs in each: the
     * clock of an emulator need not be true while the processor is idle.
     */
    private static void twoWindowsACycleOpenWhenTheyAreDue() {
        Actor busyHere = counter().start();
        int third = Fresh.partition();
        startIn(third, counter());
        int partition = Fresh.partition();
        int first = add(partition, WINDOW, LAST);
        int between = add(third, WINDOW_BETWEEN, first);
        int second = add(partition, WINDOW, between);
        watch(partition, WINDOW + WINDOW_BETWEEN, WINDOW + OTHER_WINDOW);
        remove(first);
        remove(between);
        remove(second);
        busyHere.suspend();
    }

    private static Actor counter() {
        Actor counter = Actor.alone();
        counter.count();
        return counter;
    }

    private static void noBusyLoopElsewhereShiftsItsWindow() {
        Actor busy = counter().start();
        watch();
        busy.suspend();
    }

    private static void noStormOfSystemCallsElsewhereShiftsItsWindow() {
        Actor storm = Actor.alone();
        int first = storm.poll(Fresh.notification());
        storm.call(Fresh.memory(), Invocation.UNTYPED_USAGE, 0);
        storm.then(storm.yieldProcessor(), first).start();
        watch();
        storm.suspend();
    }

    private static void noFaultsElsewhereShiftItsWindow() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor handler = Actor.alone();
        handler.receive(endpoint, reply);
        int again = handler.replyReceive(endpoint, reply, 0, 0);
        handler.then(again, again).start();
        Actor faulty = Actor.alone();
        faulty.load(NOWHERE);
        faulty.handledBy(endpoint).start();
        watch();
        faulty.suspend();
    }
}
