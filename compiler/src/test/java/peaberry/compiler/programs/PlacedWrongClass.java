package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Finding an object of another class at an address is a cast fault. */
@Trusted
final class PlacedWrongClass {

    @Footprint(64)
    private static final class Endpoint {
        private int count = 3;
    }

    @Footprint(64)
    private static final class Reply {
        private int count = 4;
    }

    static void run() {
        PhysicalAddress address = PhysicalAddress.of(0x4000);
        Placement.create(Endpoint.class, address);
        Out.println(Placement.at(Endpoint.class, address).count);
        Out.println(Placement.at(Reply.class, address).count);
    }
}
