package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An exhaustive switch over a sealed hierarchy of two levels. */
final class SealedExhaustiveSwitch {

    private sealed interface Node permits Leaf, Branch {
        int LIMIT = 3;
    }

    private static final class Leaf implements Node {
        final int value;

        Leaf(int value) {
            this.value = value;
        }
    }

    private abstract static sealed class Branch implements Node permits Sum, Product {
        final Node left;
        final Node right;

        Branch(Node left, Node right) {
            this.left = left;
            this.right = right;
        }
    }

    private static final class Sum extends Branch {
        Sum(Node left, Node right) {
            super(left, right);
        }
    }

    private static final class Product extends Branch {
        Product(Node left, Node right) {
            super(left, right);
        }
    }

    private static final Node TREE = new Sum(new Product(new Leaf(6), new Leaf(7)), new Sum(new Leaf(1), new Leaf(-3)));

    private static int value(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.value;
            case Sum sum -> value(sum.left) + value(sum.right);
            case Product product -> value(product.left) * value(product.right);
        };
    }

    static void run() {
        Out.println(value(TREE));
        Out.println(Node.LIMIT);
    }
}
