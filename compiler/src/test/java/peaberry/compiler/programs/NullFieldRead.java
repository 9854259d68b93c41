package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Reading a field of null is a fault. */
final class NullFieldRead {

    private static final class Node {
        Node next;
        int value = 5;
    }

    private static Node node = new Node();

    static void run() {
        while (true) {
            Out.println(node.value);
            node = node.next;
        }
    }
}
