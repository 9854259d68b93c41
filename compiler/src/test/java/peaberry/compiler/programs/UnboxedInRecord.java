package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** A record with an unboxed component. */
final class UnboxedInRecord {

    @Unboxed
    private record Address(long value) {
        boolean is(Address other) {
            return value == other.value;
        }
    }

    private record Region(Address start, Address end, String name) {
        boolean contains(Address address) {
            return address.value() >= start.value() && address.value() < end.value();
        }
    }

    private static final Region REGION = new Region(new Address(0x1000), new Address(1L << 33), "region");

    static void run() {
        Out.println(REGION.start().value());
        Out.println(REGION.contains(new Address(0x1000)));
        Out.println(REGION.contains(REGION.end()));
        Out.println(REGION.start().is(new Address(4096)));
        Out.println(REGION.name());
    }
}
