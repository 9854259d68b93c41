package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An overriding method may promise more. */
final class CovariantReturns {

    private static class Node {
        Node self() {
            return this;
        }

        int kind() {
            return 1;
        }
    }

    private static final class Special extends Node {
        @Override
        Special self() {
            Out.println("special");
            return this;
        }

        @Override
        int kind() {
            return 2;
        }

        int extra() {
            return 3;
        }
    }

    private static final Node NODE = new Special();
    private static final Special SPECIAL = new Special();

    static void run() {
        Out.println(NODE.self().kind());
        Out.println(SPECIAL.self().extra());
    }
}
