package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.Trusted;

/** Finding an object where none was made is a cast fault. */
@Trusted
final class PlacedNowhere {

    @Footprint(64)
    private static final class Endpoint {
        private int count = 3;
    }

    static void run() {
        PhysicalAddress address = PhysicalAddress.of(0x6000);
        Out.println(Placement.create(Endpoint.class, address).count);
        Out.println(Placement.at(Endpoint.class, address.plus(64)).count);
    }
}
