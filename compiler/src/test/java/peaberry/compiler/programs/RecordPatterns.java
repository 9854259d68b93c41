package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Record patterns, nested, with a guard. */
final class RecordPatterns {

    private sealed interface Tree permits Leaf, Fork {
    }

    private record Leaf(int value) implements Tree {
    }

    private record Fork(Tree left, Tree right) implements Tree {
    }

    private static final Tree TREE = new Fork(new Fork(new Leaf(1), new Leaf(20)), new Leaf(300));

    private static int sum(Tree tree) {
        return switch (tree) {
            case Leaf(int value) when value > 100 -> 1000;
            case Leaf(int value) -> value;
            case Fork(Leaf(int left), Leaf(int right)) -> left - right;
            case Fork(Tree left, Tree right) -> sum(left) + sum(right);
        };
    }

    static void run() {
        Out.println(sum(TREE));
        if (TREE instanceof Fork(Fork(Leaf(int one), Tree other), var last)) {
            Out.println(one);
            Out.println(other instanceof Leaf);
            Out.println(sum(last));
        }
    }
}
