package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** An embedded object of a null owner is a fault at its use. */
final class EmbeddedOfNullOwner {

    private static final class Inner {
        int value = 4;
    }

    private static final class Owner {
        long padding;
        @Embedded
        final Inner inner = new Inner();
    }

    private static final Owner[] OWNERS = {new Owner(), null};

    static void run() {
        for (Owner owner : OWNERS) {
            Out.println(owner.inner.value);
        }
    }
}
