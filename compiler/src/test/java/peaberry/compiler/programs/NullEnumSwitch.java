package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch over a null enum is a fault. */
final class NullEnumSwitch {

    private enum Coin { HEADS, TAILS }

    private static Coin coin;

    static void run() {
        Out.println("before");
        switch (coin) {
            case HEADS -> Out.println("heads");
            case TAILS -> Out.println("tails");
        }
    }
}
