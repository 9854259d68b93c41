package peaberry.processes;

import peaberry.process.Spawner.PipeEnd;
import peaberry.runtime.Badges;
import peaberry.runtime.Window;

/** An end of a pipe that somebody has, and what that one waits for there. */
final class PipeHolder {

    /** From 0: which one of all it is. */
    final int index;

    /** Null if nobody has it. */
    Pipe pipe;
    PipeEnd end = PipeEnd.READ;
    /** Whose it is: when that client is no more, neither is this. */
    int client;

    /** Of its request that waits: where the bytes are, how many were wanted, and how many of what is to be written were taken. */
    Window window = Window.at(0);
    long offset;
    int count;
    int done;

    private int epoch;

    PipeHolder(int index) {
        this.index = index;
    }

    boolean isFree() {
        return pipe == null;
    }

    void take(Pipe of, PipeEnd what, int by, int number) {
        pipe = of;
        end = what;
        client = by;
        epoch = number;
        pipe.hold(end);
    }

    /** It is nobody's any more. */
    void release() {
        pipe.release(end);
        pipe = null;
    }

    boolean isOf(Pipe which, PipeEnd what) {
        return pipe == which && end == what;
    }

    /** Whether it is who speaks with this number and epoch. */
    boolean isCurrent(int number) {
        return pipe != null && epoch == number;
    }

    /** The badge by which it is known. */
    long badge() {
        return Badges.derived(1 + index, Pipes.STREAMS, epoch);
    }

    /** Remembers a request. */
    void ask(int most, Window where, long from) {
        count = most;
        window = where;
        offset = from;
        done = 0;
    }
}
