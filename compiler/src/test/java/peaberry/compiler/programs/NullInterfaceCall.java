package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A call through an interface on null is a fault of the caller. */
final class NullInterfaceCall {

    private interface Device {
        void reset();
    }

    private static final class Real implements Device {
        @Override
        public void reset() {
            Out.println("reset");
        }
    }

    private static final class Fake implements Device {
        @Override
        public void reset() {
            Out.println("nothing");
        }
    }

    private static final Device[] DEVICES = {new Fake(), new Real(), null, new Real()};

    static void run() {
        for (Device device : DEVICES) {
            device.reset();
        }
    }
}
