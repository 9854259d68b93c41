package peaberry.kernel.explore;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Explores a subject breadth first: from each state met, each event is tried, and what it leads to is looked up by its
 * fingerprint. So the first violation is one that the fewest events lead to.
 */
public final class Explorer {

    /** Random steps from which is learned what varies at all. */
    private static final int REHEARSAL = 4_000;
    private static final int STEPS_OF_A_WALK = 50;
    /** States between two looks whether what did not vary in the rehearsal still does not. */
    private static final int STATES_BETWEEN_AUDITS = 512;

    private final Subject subject;
    private final World world;
    private final int mostStates;
    private final List<Integer> surprises;
    private final Fingerprints known = new Fingerprints();
    private boolean[] varies = new boolean[0];
    private Frontier frontier;
    private long transitions;
    /** The event that is tried. */
    private int pending = -1;
    private long first;
    private long second;
    private long nextFirst;
    private long nextSecond;

    /** Something varies that did not in the rehearsal. */
    private static final class Surprise extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int cell;

        Surprise(int cell) {
            this.cell = cell;
        }
    }

    private Explorer(Subject subject, int mostStates, List<Integer> surprises) {
        this.subject = subject;
        this.mostStates = mostStates;
        this.surprises = surprises;
        world = subject.world();
    }

    /** Explores from the present state on. @param subject makes it anew @param mostStates when to stop, if there are so many */
    public static Finding explore(Supplier<Subject> subject, int mostStates) {
        List<Integer> surprises = new ArrayList<>();
        while (true) {
            try {
                return new Explorer(subject.get(), mostStates, surprises).explore();
            } catch (Surprise surprise) {
                surprises.add(surprise.cell);
            }
        }
    }

    private Finding explore() {
        long start = processorTime();
        world.save();
        long[] initial = world.now().clone();
        Violation found = null;
        try {
            subject.check();
            rehearse(initial);
            world.restore(initial);
            surprises.forEach(cell -> varies[cell] = true);
            world.freeze(varies);
            frontier = new Frontier(initial);
            fingerprint(initial);
            known.add(first, second);
            frontier.add(initial, world.cells(), -1, 0);
            exploreFrom(initial.clone());
        } catch (Violation violation) {
            audit();
            found = violation;
        }
        int last = frontier == null ? -1 : frontier.taken() - 1;
        List<String> trace = found == null || last < 0 ? List.of() : replay(initial, path(last));
        boolean complete = found == null && frontier.taken() == frontier.added();
        return new Finding(known.size(), transitions, depth(last), complete, (processorTime() - start) / 1e9,
                found == null ? null : found.invariant(), found == null ? "" : found.getMessage(), trace);
    }

    /** Nanoseconds of this thread's: what else the machine does meanwhile does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void exploreFrom(long[] state) {
        while (frontier.taken() < frontier.added() && known.size() < mostStates) {
            pending = -1;
            frontier.take(state, world.cells());
            world.restore(state);
            fingerprint(state);
            subject.remember();
            for (int event = 0; event < subject.events(); event++) {
                if (subject.isPossible(event)) {
                    pending = event;
                    attempt(state, event);
                }
            }
            if (frontier.taken() % STATES_BETWEEN_AUDITS == 0) {
                audit();
            }
        }
    }

    private void attempt(long[] state, int event) {
        transitions++;
        perform(event);
        int changed = compare(state);
        subject.judge(event, changed);
        if (changed >= 0 && known.add(nextFirst, nextSecond)) {
            subject.check();
            frontier.add(world.now(), world.cells(), frontier.taken() - 1, event);
        }
        world.restore(state);
    }

    private void perform(int event) {
        try {
            subject.perform(event);
            world.save();
        } catch (World.DanglingReference dangling) {
            world.distrust();
            throw new Violation("NOTHING_DANGLES", dangling.getMessage());
        } catch (Violation violation) {
            world.distrust();
            throw violation;
        } catch (RuntimeException | Error failure) {
            world.distrust();
            throw new Violation("THE_KERNEL_NEVER_FAILS", failure + " at " + failure.getStackTrace()[0]);
        }
    }

    private void audit() {
        int cell = world.audit();
        if (cell >= 0) {
            throw new Surprise(cell);
        }
    }

    /** The first cell in which the present state differs from {@code state}, or -1; works out its fingerprint from what differs. */
    private int compare(long[] state) {
        long[] now = world.now();
        int cells = world.cells();
        nextFirst = first;
        nextSecond = second;
        int at = Arrays.mismatch(now, 0, cells, state, 0, cells);
        int changed = at;
        while (at >= 0) {
            nextFirst += Fingerprints.first(at, now[at]) - Fingerprints.first(at, state[at]);
            nextSecond += Fingerprints.second(at, now[at]) - Fingerprints.second(at, state[at]);
            int next = Arrays.mismatch(now, at + 1, cells, state, at + 1, cells);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return changed;
    }

    private void fingerprint(long[] state) {
        first = 0;
        second = 0;
        for (int cell = 0; cell < world.cells(); cell++) {
            first += Fingerprints.first(cell, state[cell]);
            second += Fingerprints.second(cell, state[cell]);
        }
    }

    /** Walks at random to learn which cells vary; the others are left alone from then on, which makes it fast. */
    private void rehearse(long[] initial) {
        Random random = new Random(1);
        varies = new boolean[initial.length];
        for (int step = 0; step < REHEARSAL; step++) {
            if (step % STEPS_OF_A_WALK == 0) {
                world.restore(initial);
            }
            int event = random.nextInt(subject.events());
            if (!subject.isPossible(event)) {
                continue;
            }
            subject.remember();
            try {
                perform(event);
            } catch (Violation violation) {
                // It will be found again, in as few steps as possible.
                step = (step / STEPS_OF_A_WALK + 1) * STEPS_OF_A_WALK - 1;
            }
            for (int cell = 0; cell < world.cells(); cell++) {
                varies[cell] |= world.now()[cell] != initial[cell];
            }
        }
    }

    private int depth(int state) {
        int depth = 0;
        for (int at = state; at > 0; at = frontier.parent(at)) {
            depth++;
        }
        return depth;
    }

    /** The events from the initial state to this one, and the one after which it went wrong. */
    private List<Integer> path(int state) {
        List<Integer> events = new ArrayList<>();
        if (pending >= 0) {
            events.add(pending);
        }
        for (int at = state; at > 0; at = frontier.parent(at)) {
            events.add(frontier.event(at));
        }
        Collections.reverse(events);
        return events;
    }

    private List<String> replay(long[] initial, List<Integer> events) {
        List<String> told = new ArrayList<>();
        try {
            world.restore(initial);
            for (int event : events) {
                told.add(subject.actor() + ": " + subject.describe(event));
                subject.perform(event);
            }
        } catch (RuntimeException | Error expected) {
            told.add("here it failed: " + expected);
        }
        return told;
    }
}
