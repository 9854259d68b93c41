package peaberry.kernel.explore;

import java.util.List;

/**
 * How an exploration ended.
 *
 * @param states      different states met
 * @param transitions events tried
 * @param depth       events that lead to the state explored last, at least
 * @param seconds     of processor time
 * @param isComplete  whether every state that can be reached was explored
 * @param invariant   the name of what does not hold, or null
 * @param details     what was found
 * @param trace       the events that lead there
 */
public record Finding(int states, long transitions, int depth, boolean isComplete, double seconds, String invariant, String details,
        List<String> trace) {

    /** Whether nothing was wrong. */
    public boolean isClean() {
        return invariant == null;
    }

    @Override
    public String toString() {
        String figures = "%,d states%s, %,d transitions, depth %d, %.0f s, %,.0f transitions/s".formatted(states,
                isComplete ? " (all)" : "", transitions, depth, seconds, transitions / Math.max(seconds, 0.001));
        return isClean() ? figures : figures + "\n" + details + "\n  " + String.join("\n  ", trace);
    }
}
