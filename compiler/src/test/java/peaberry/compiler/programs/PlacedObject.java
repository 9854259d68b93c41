package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** An object made at an address runs its constructor and is found there again. */
@Trusted
final class PlacedObject {

    @Footprint(64)
    private static final class Tcb {
        private int priority = 7;
        private long budget = 1L << 40;
        private Tcb next;

        int raise() {
            return ++priority;
        }
    }

    static void run() {
        PhysicalAddress first = PhysicalAddress.of(0x2000);
        PhysicalAddress second = first.plus(0x1000);
        Tcb a = Placement.create(Tcb.class, first);
        Tcb b = Placement.create(Tcb.class, second);
        a.next = b;
        b.budget -= a.raise();
        Out.println(a.priority);
        Out.println(a.next.budget);
        Out.println(Placement.at(Tcb.class, first) == a);
        Out.println(Placement.at(Tcb.class, second) == a.next);
        Out.println(Placement.isAt(Tcb.class, second));
        Out.println(Placement.isAt(Tcb.class, second.plus(0x1000)));
        Out.println(Placement.isAt(PlacedObject.class, second));
        Out.println(Placement.addressOf(b).value());
        Out.println(Placement.addressOf(a).is(first));
        Out.println(Placement.at(Tcb.class, first).raise());
    }
}
