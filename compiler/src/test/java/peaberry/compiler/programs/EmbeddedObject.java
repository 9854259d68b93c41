package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** An object laid out inside its owner, with its fields and virtual methods. */
final class EmbeddedObject {

    private static class Queue {
        private int length;
        private Object head;

        void enqueue(Object item) {
            head = item;
            length++;
        }

        int length() {
            return length;
        }
    }

    private static final class Endpoint {
        private int before = 11;
        @Embedded
        private final Queue waiting = new Queue();
        private int after = 22;
    }

    private static final Endpoint A = new Endpoint();
    private static final Endpoint B = new Endpoint();

    static void run() {
        A.waiting.enqueue("a");
        A.waiting.enqueue("b");
        B.waiting.enqueue(A);
        Out.println(A.waiting.length());
        Out.println(B.waiting.length());
        Out.println((String) A.waiting.head);
        Out.println(B.waiting.head == A);
        Out.println(A.before + A.after + B.before + B.after);
    }
}
