package peaberry.kernel.explore;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * States that are still to be explored, first in, first out, each as its differences from the initial state: how many
 * cells further on, and by how much the cell differs, as numbers of variable length. What was taken out is forgotten,
 * except for where each state came from.
 */
final class Frontier {

    private static final int CHUNK_BYTES = 1 << 20;
    /** What one cell takes at most: five bytes for the distance, ten for the difference. */
    private static final int CELL_BYTES = 15;

    private final long[] initial;
    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private Chunk in = new Chunk();
    private Chunk out = in;
    private int outAt;
    private byte[] record = new byte[1024];

    private int[] parents = new int[1024];
    private short[] events = new short[1024];
    private int added;
    private int taken;

    private static final class Chunk {
        private final byte[] bytes = new byte[CHUNK_BYTES];
        private int end;
    }

    Frontier(long[] initial) {
        this.initial = initial.clone();
    }

    /** How many states were added so far; they are numbered from 0. */
    int added() {
        return added;
    }

    /** How many states were taken so far. */
    int taken() {
        return taken;
    }

    /** The state from which this one was reached first, by which event; -1 for the initial one. */
    int parent(int state) {
        return parents[state];
    }

    int event(int state) {
        return events[state];
    }

    void add(long[] state, int cells, int parent, int event) {
        if (added == parents.length) {
            parents = Arrays.copyOf(parents, 2 * added);
            events = Arrays.copyOf(events, 2 * added);
        }
        parents[added] = parent;
        events[added++] = (short) event;
        int length = encode(state, cells);
        if (in.end + length > CHUNK_BYTES) {
            in = new Chunk();
            chunks.add(in);
        }
        System.arraycopy(record, 0, in.bytes, in.end, length);
        in.end += length;
    }

    private int encode(long[] state, int cells) {
        int length = 0;
        int last = 0;
        for (int at = mismatch(state, 0, cells); at >= 0; at = mismatch(state, at + 1, cells)) {
            if (length + 2 * CELL_BYTES > record.length) {
                record = Arrays.copyOf(record, 2 * record.length);
            }
            length = number(length, at - last + 1);
            long difference = state[at] - initial[at];
            length = number(length, difference << 1 ^ difference >> 63);
            last = at;
        }
        return number(length, 0);
    }

    private int mismatch(long[] state, int from, int to) {
        int found = from >= to ? -1 : Arrays.mismatch(state, from, to, initial, from, to);
        return found < 0 ? -1 : from + found;
    }

    private int number(int at, long value) {
        int next = at;
        long rest = value;
        while (rest < 0 || rest > 0x7F) {
            record[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        record[next++] = (byte) rest;
        return next;
    }

    /** Writes the next state, of which there is one, to {@code state}. */
    void take(long[] state, int cells) {
        taken++;
        if (outAt == out.end) {
            out = chunks.remove();
            outAt = 0;
        }
        System.arraycopy(initial, 0, state, 0, cells);
        int at = 0;
        for (long gap = read(); gap != 0; gap = read()) {
            at += (int) gap - 1;
            long difference = read();
            state[at] = initial[at] + (difference >>> 1 ^ -(difference & 1));
        }
    }

    private long read() {
        long value = 0;
        int shift = 0;
        byte next = out.bytes[outAt++];
        while (next < 0) {
            value |= (next & 0x7FL) << shift;
            shift += 7;
            next = out.bytes[outAt++];
        }
        return value | (long) next << shift;
    }
}
