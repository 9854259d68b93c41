package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** An embedded object that knows its owner. */
final class EmbeddedBackReference {

    private static final class Node {
        private final Owner owner;
        private Node next;

        Node(Owner owner) {
            this.owner = owner;
        }
    }

    private static final class Owner {
        private final String name;
        @Embedded
        private final Node node = new Node(this);

        Owner(String name) {
            this.name = name;
        }
    }

    private static final Owner A = new Owner("a");
    private static final Owner B = new Owner("b");

    static void run() {
        A.node.next = B.node;
        B.node.next = A.node;
        Node node = A.node;
        for (int i = 0; i < 5; i++) {
            Out.println(node.owner.name);
            node = node.next;
        }
    }
}
