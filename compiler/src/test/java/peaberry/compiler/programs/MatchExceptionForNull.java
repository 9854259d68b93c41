package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An exhaustive record pattern does not match null inside. */
final class MatchExceptionForNull {

    private sealed interface Kind permits One, Two {
    }

    private record One() implements Kind {
    }

    private record Two() implements Kind {
    }

    private record Holder(Kind kind) {
    }

    private static final Holder[] HOLDERS = {new Holder(new One()), new Holder(new Two()), new Holder(null)};

    static void run() {
        for (Holder holder : HOLDERS) {
            Out.println(switch (holder) {
                case Holder(One one) -> 1;
                case Holder(Two two) -> 2;
            });
        }
    }
}
