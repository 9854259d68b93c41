package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** An unboxed record through static factories, methods, locals and results. */
final class UnboxedRecord {

    @Unboxed
    private record Distance(long meters) {
        static final Distance NONE = new Distance(0);

        static Distance of(long meters) {
            return new Distance(meters);
        }

        Distance plus(Distance other) {
            return new Distance(meters + other.meters);
        }

        Distance times(int factor) {
            return of(meters * factor);
        }

        boolean beyond(Distance other) {
            return meters > other.meters();
        }
    }

    private static Distance longest(Distance a, Distance b) {
        return a.beyond(b) ? a : b;
    }

    static void run() {
        Distance total = Distance.NONE;
        for (int i = 0; i < 5; i++) {
            total = total.plus(Distance.of(i)).times(3);
            Out.println(total.meters());
        }
        Out.println(longest(total, Distance.of(1L << 40)).meters());
        Out.println(longest(total, Distance.of(1)).meters());
    }
}
