package peaberry.kernel;

import static peaberry.kernel.Invariant.A_MESSAGE_IS_DELIVERED_ONCE;

import java.util.Arrays;
import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.kernel.explore.World;

/**
 * Each message arrives once. A message bears the number of its sender, who has one on its way at most, and threads that run or are ready have empty
 * registers before the event; so what is in them after it has arrived just now.
 */
final class DeliveryRule {

    /** What threads do wrong: one whose number is no answer of the kernel's. */
    static final FaultKind FAULT = FaultKind.values()[1];
    private static final int LABEL = 0x5E4D;
    private static final int FAULT_WORDS = 5;
    private static final long FIRST_NUMBER = 0x1000;

    private final World world;
    /** By the number of the thread: what waited to be sent before the event. */
    private ThreadState[] before = new ThreadState[0];
    private boolean[] queuedFault = new boolean[0];
    /** How often the thread's message arrived. */
    private int[] arrivals = new int[0];
    /** Threads whose system call ended well, and those of them that have a message. */
    private boolean[] succeeded = new boolean[0];
    private boolean[] received = new boolean[0];
    private Tcb actor;
    private boolean actorSends;
    private boolean actorMustReach;

    DeliveryRule(World world) {
        this.world = world;
    }

    static long tag(int capabilities) {
        return Tag.of(LABEL, 1).withCapabilities(capabilities).bits();
    }

    /** The number of the thread's message. */
    long number(Tcb thread) {
        return FIRST_NUMBER + world.numberOf(thread);
    }

    void remember() {
        if (before.length < world.names()) {
            before = new ThreadState[2 * world.names()];
            queuedFault = new boolean[before.length];
            arrivals = new int[before.length];
            succeeded = new boolean[before.length];
            received = new boolean[before.length];
        }
        Arrays.fill(before, null);
        world.each(Tcb.class, thread -> {
            before[world.numberOf(thread)] = thread.state;
            queuedFault[world.numberOf(thread)] = thread.state == ThreadState.FAULTED && thread.queue != null;
        });
    }

    void begin(Tcb running, Event event) {
        actor = running;
        actorMustReach = false;
        if (event.kind() == Event.Kind.SYSTEM_CALL || event.kind() == Event.Kind.INTERRUPTED_CALL) {
            Slot target = running.lookup(event.capability());
            boolean toEndpoint = target != null && target.type() == CapabilityType.ENDPOINT;
            int number = (int) event.number() & SystemCallNumber.MASK;
            actorMustReach = toEndpoint && (number == SystemCallNumber.CALL || number == SystemCallNumber.SEND);
        }
        actorSends = event.isMessage() || actorMustReach || event.kind() == Event.Kind.FAULT;
    }

    /** Whether the running thread's registers are to hold a message. */
    boolean isMessage() {
        return actorSends;
    }

    /** Looks at what has arrived. */
    void observe() {
        Arrays.fill(arrivals, 0);
        Arrays.fill(succeeded, false);
        Arrays.fill(received, false);
        world.each(Tcb.class, this::observe);
    }

    private void observe(Tcb receiver) {
        if (!receiver.isRunnable()) {
            return;
        }
        Tag tag = new Tag(receiver.context.tag());
        if (tag.failed()) {
            return;
        }
        int number = world.numberOf(receiver);
        if (number >= before.length) {
            return;
        }
        succeeded[number] = true;
        if (tag.label() == LABEL) {
            arrive(number, receiver.context.word(0) - FIRST_NUMBER);
        } else if (tag.label() == FAULT.ordinal() && tag.length() == FAULT_WORDS) {
            arrive(number, receiver.context.word(1) - FIRST_NUMBER);
        }
    }

    private void arrive(int receiver, long sender) {
        received[receiver] = true;
        boolean isThread = sender > 0 && sender < before.length && before[(int) sender] != null;
        A_MESSAGE_IS_DELIVERED_ONCE.require(isThread, "a message that nobody sent");
        arrivals[(int) sender]++;
    }

    void judge() {
        world.each(Tcb.class, this::judge);
    }

    private void judge(Tcb thread) {
        int number = world.numberOf(thread);
        if (number >= before.length) {
            return;
        }
        int arrived = arrivals[number];
        boolean waited = before[number] == ThreadState.SENDING || queuedFault[number];
        boolean waits = thread.state == ThreadState.SENDING || thread.state == ThreadState.FAULTED && thread.queue != null;
        boolean sends = thread == actor && actorSends;
        boolean mustReach = thread == actor && actorMustReach;
        A_MESSAGE_IS_DELIVERED_ONCE.require(arrived <= 1, "a message arrived twice");
        A_MESSAGE_IS_DELIVERED_ONCE.require(arrived == 0 || waited || sends, "an old message arrived");
        A_MESSAGE_IS_DELIVERED_ONCE.require(arrived == 0 || !waits, "a message arrived and its sender still waits");
        boolean taken = thread.heldBy != null || succeeded[number];
        boolean settled = waited && !waits || mustReach;
        A_MESSAGE_IS_DELIVERED_ONCE.require(arrived == 1 || waits || !settled || !taken || queuedFault[number] && thread.heldBy == null,
                "a message was lost");
        A_MESSAGE_IS_DELIVERED_ONCE.require(before[number] != ThreadState.AWAITING_REPLY || !succeeded[number] || received[number],
                "an answer was lost");
    }
}
