package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A pattern switch over an enum may name null. */
final class EnumSwitchWithNull {

    private enum Coin { HEADS, TAILS }

    private static final Coin[] COINS = {Coin.TAILS, null, Coin.HEADS};

    static void run() {
        for (Coin coin : COINS) {
            switch (coin) {
                case null -> Out.println("none");
                case HEADS -> Out.println("heads");
                case TAILS -> Out.println("tails");
            }
        }
    }
}
