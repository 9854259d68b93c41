package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A call through an interface with several unrelated implementors. */
final class InterfaceDispatch {

    private interface Device {
        int read(int port);
    }

    private static final class Zero implements Device {
        @Override
        public int read(int port) {
            return 0;
        }
    }

    private static final class Echo implements Device {
        @Override
        public int read(int port) {
            return port;
        }
    }

    private static final class Counter implements Device {
        private int count;

        @Override
        public int read(int port) {
            return count += port;
        }
    }

    private static final Device[] DEVICES = {new Zero(), new Echo(), new Counter(), new Counter()};

    static void run() {
        for (int i = 0; i < 3; i++) {
            for (Device device : DEVICES) {
                Out.println(device.read(i + 5));
            }
        }
    }
}
