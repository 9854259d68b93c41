package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An inner class reaches its owner's fields through its hidden reference. */
final class InnerClass {

    private int total = 5;

    private final class Part {
        private final int weight;

        Part(int weight) {
            this.weight = weight;
            total += weight;
        }

        int share() {
            return total * 100 / weight;
        }

        private final class Detail {
            int sum() {
                return weight + total;
            }
        }

        final Detail detail = new Detail();
    }

    private final Part light = new Part(2);
    private final Part heavy = new Part(13);

    private static final InnerClass OWNER = new InnerClass();

    static void run() {
        Out.println(OWNER.light.share());
        Out.println(OWNER.heavy.share());
        OWNER.total = 1000;
        Out.println(OWNER.heavy.detail.sum());
    }
}
