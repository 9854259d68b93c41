package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Placing an object places what it embeds, constructed in order. */
@Trusted
final class PlacedWithEmbedded {

    private static final class Link {
        private Link next;
        private final int id;
        private boolean linked = true;

        Link(int id) {
            this.id = id;
        }
    }

    @Footprint(128)
    private static class Holder {
        protected byte tag = 3;
        @Embedded
        protected final Link ready = new Link(1);
    }

    @Footprint(256)
    private static final class Wide extends Holder {
        @Embedded
        private final Link timeout = new Link(2);
        private short last = -4;

        int sum() {
            return tag + ready.id + timeout.id + last;
        }
    }

    static void run() {
        PhysicalAddress address = PhysicalAddress.of(0x8000);
        Wide wide = Placement.create(Wide.class, address);
        Out.println(wide.sum());
        wide.ready.next = wide.timeout;
        Out.println(wide.ready.next.id);
        Out.println(wide.ready.next.linked);
        Out.println(Placement.at(Wide.class, address).timeout == wide.timeout);
        Object object = wide.timeout;
        Out.println(object instanceof Link);
        Holder holder = Placement.create(Holder.class, address.plus(0x100));
        Out.println(holder.ready.id);
        Out.println(holder instanceof Wide);
    }
}
