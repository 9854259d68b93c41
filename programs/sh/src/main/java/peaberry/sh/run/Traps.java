package peaberry.sh.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** What is done at the end of a shell and when signals come. */
public final class Traps {

    /** By number; 0 is the end. An empty action ignores the signal. */
    private final Map<Integer, String> actions = new TreeMap<>();
    private final Deque<Integer> pending = new ArrayDeque<>();

    /** Those of a subshell: what is ignored stays so, the rest is as usual. */
    Traps copy() {
        Traps copy = new Traps();
        actions.forEach((number, action) -> {
            if (action.isEmpty()) {
                copy.actions.put(number, action);
            }
        });
        return copy;
    }

    public void set(int number, String action) {
        actions.put(number, action);
    }

    public void reset(int number) {
        actions.remove(number);
    }

    /** Actions by signals' numbers. */
    public Map<Integer, String> actions() {
        return actions;
    }

    /** {@code null} if there is none. */
    String takeExit() {
        return actions.remove(0);
    }

    /**
     * A signal has come for this shell. Its action runs after the command that is running; without one it ends the
     * shell. Whoever hears of signals calls this, on the shell's own thread.
     */
    public void raise(int number) {
        String action = actions.get(number);
        if (action == null ? !Signals.isHarmless(number) : !action.isEmpty()) {
            pending.add(number);
        }
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    int takePending() {
        return pending.remove();
    }
}
