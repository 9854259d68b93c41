package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Constructors of embedded objects whose arguments have conditions and calls. */
@Trusted
final class PlacedWithArguments {

    private static final class Link {
        private final int id;
        private final Object owner;

        Link(int id, Object owner) {
            this.id = id;
            this.owner = owner;
        }
    }

    private static boolean odd;
    private static int next = 10;

    private static int take() {
        return next++;
    }

    @Footprint(256)
    private static final class Node {
        @Embedded
        private final Link first = new Link(odd ? 1 : take(), this);
        @Embedded
        private final Link second;
        private final byte kind;

        Node() {
            Out.println("making");
            kind = (byte) take();
            second = new Link(kind + (odd ? take() : 0), first);
        }
    }

    static void run() {
        for (int i = 0; i < 2; i++) {
            Node node = Placement.create(Node.class, PhysicalAddress.of(0x100 * (i + 1)));
            Out.println(node.first.id);
            Out.println(node.second.id);
            Out.println(node.kind);
            Out.println(node.first.owner == node);
            Out.println(node.second.owner == node.first);
            odd = true;
        }
    }
}
