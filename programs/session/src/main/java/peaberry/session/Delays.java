package peaberry.session;

import peaberry.runtime.Text;

/**
 * How long the next attempt to log in has to wait: 1 second after the first failure, then twice as long each time, at most {@link #MOST_SECONDS}. Failures are counted for the console, until
 * somebody logs in there, and for each name, until that one does: so nobody tries another one's passwords faster by logging in as himself between them.
 */
final class Delays {

    static final int MOST_SECONDS = 30;

    /** So many names are kept; of more, those that failed most often. */
    private static final int NAMES = 32;
    private static final int MAX_NAME = 31;
    private static final int DOUBLINGS = 5;

    private int console;
    private final Text[] names = new Text[NAMES];
    private final int[] failures = new int[NAMES];

    Delays() {
        for (int row = 0; row < NAMES; row++) {
            names[row] = new Text(MAX_NAME);
        }
    }

    /** An attempt failed. @param name that was typed; empty if that was none */
    void failed(Text name) {
        console++;
        if (name.length() > 0) {
            int row = row(name);
            names[row].clear().append(name);
            failures[row]++;
        }
    }

    void succeeded(Text name) {
        console = 0;
        for (int row = 0; row < NAMES; row++) {
            failures[row] = names[row].sameAs(name) ? 0 : failures[row];
        }
    }

    /** Seconds until the next attempt, after one with this name failed. */
    int seconds(Text name) {
        int most = console;
        for (int row = 0; row < NAMES; row++) {
            most = names[row].sameAs(name) ? Math.max(most, failures[row]) : most;
        }
        return most == 0 ? 0 : Math.min(MOST_SECONDS, 1 << Math.min(most - 1, DOUBLINGS));
    }

    /** The row of a name; if it has none, one that is free, or the one that failed least, which begins anew. */
    private int row(Text name) {
        int least = 0;
        for (int row = 0; row < NAMES; row++) {
            if (failures[row] > 0 && names[row].sameAs(name)) {
                return row;
            }
            least = failures[row] < failures[least] ? row : least;
        }
        failures[least] = 0;
        return least;
    }
}
