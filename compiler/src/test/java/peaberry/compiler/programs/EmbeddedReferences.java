package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** An embedded object is an ordinary reference: passed on, stored, compared, tested. */
final class EmbeddedReferences {

    private static class Link {
        Link next;
        final int id;

        Link(int id) {
            this.id = id;
        }

        int chain() {
            return next == null ? id : id + 10 * next.chain();
        }
    }

    private static final class Thread {
        @Embedded
        final Link ready;
        @Embedded
        final Link timeout;
        int priority = 9;

        Thread(int id) {
            ready = new Link(id);
            timeout = new Link(id + 1);
        }
    }

    private static final Thread FIRST = new Thread(1);
    private static final Thread SECOND = new Thread(5);
    private static Object remembered;

    static void run() {
        FIRST.ready.next = SECOND.ready;
        SECOND.ready.next = FIRST.timeout;
        Out.println(FIRST.ready.chain());
        remembered = SECOND.timeout;
        Out.println(remembered == SECOND.timeout);
        Out.println(remembered == SECOND.ready);
        Out.println(remembered instanceof Link);
        Out.println(remembered instanceof Thread);
        Out.println(((Link) remembered).id);
        Out.println(FIRST.ready.next == SECOND.ready);
    }
}
