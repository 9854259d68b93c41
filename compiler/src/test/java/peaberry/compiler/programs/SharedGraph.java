package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The object graph built at build time keeps sharing and cycles. */
final class SharedGraph {

    private static final class Node {
        Node next;
        int value;

        Node(int value) {
            this.value = value;
        }
    }

    private static final Node RING = ring(5);
    private static final Node[] SOME = {RING, RING.next, RING, null};

    private static Node ring(int size) {
        Node first = new Node(0);
        Node last = first;
        for (int i = 1; i < size; i++) {
            last.next = new Node(i);
            last = last.next;
        }
        last.next = first;
        return first;
    }

    static void run() {
        Node node = RING;
        for (int i = 0; i < 7; i++) {
            Out.println(node.value);
            node.value += 100;
            node = node.next;
        }
        Out.println(SOME[0] == SOME[2]);
        Out.println(SOME[1] == RING.next);
        Out.println(SOME[3] == null);
        Out.println(SOME[2].value);
    }
}
