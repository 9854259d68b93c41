package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Default methods are inherited, overridden and called by super. */
final class DefaultMethods {

    private interface Greeter {
        String name();

        default int greet() {
            Out.println("hello");
            Out.println(name());
            return 1;
        }
    }

    private static final class Plain implements Greeter {
        @Override
        public String name() {
            return "plain";
        }
    }

    private static final class Polite implements Greeter {
        @Override
        public String name() {
            return "polite";
        }

        @Override
        public int greet() {
            return 10 + Greeter.super.greet();
        }
    }

    private static final Greeter[] GREETERS = {new Plain(), new Polite()};

    static void run() {
        for (Greeter greeter : GREETERS) {
            Out.println(greeter.greet());
        }
    }
}
