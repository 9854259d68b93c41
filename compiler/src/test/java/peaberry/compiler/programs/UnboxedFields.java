package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Unboxed records in static and instance fields. */
final class UnboxedFields {

    @Unboxed
    private record Ticks(int count) {
        Ticks next() {
            return new Ticks(count + 1);
        }
    }

    private static final class Timer {
        Ticks now = new Ticks(100);
        final Ticks limit = new Ticks(102);
        byte neighbour = 5;

        boolean advance() {
            now = now.next();
            return now.count() < limit.count();
        }
    }

    private static Ticks started = new Ticks(-7);
    private static final Timer TIMER = new Timer();

    static void run() {
        Out.println(TIMER.advance());
        Out.println(TIMER.advance());
        Out.println(TIMER.now.count());
        Out.println(TIMER.neighbour);
        started = started.next();
        Out.println(started.count());
        started = TIMER.limit;
        Out.println(started.count());
    }
}
