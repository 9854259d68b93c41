package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** What kind an object is, told by a virtual method that takes another object. */
final class KindByVirtualMethod {

    private static class Token {
        boolean is(Token other) {
            return this == other;
        }

        boolean isSpecial() {
            return false;
        }
    }

    private static final class Special extends Token {
        @Override
        boolean isSpecial() {
            return true;
        }
    }

    private static final Token[] TOKENS = {new Token(), new Special()};

    static void run() {
        for (Token a : TOKENS) {
            Out.println(a.isSpecial());
            for (Token b : TOKENS) {
                Out.println(a.is(b));
            }
        }
    }
}
