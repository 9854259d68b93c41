package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Of a chain of references the null one is at fault, on its own line. */
final class NullDeepInChain {

    private static final class Node {
        Node next;
        int value;

        Node(Node next, int value) {
            this.next = next;
            this.value = value;
        }
    }

    private static final Node CHAIN = new Node(new Node(null, 2), 1);

    static void run() {
        Out.println(CHAIN.next.value);
        Out.println(CHAIN
            .next
            .next
            .value);
    }
}
