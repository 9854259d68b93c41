package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An enum behind an interface, and one that switches over itself. */
final class EnumImplementsInterface {

    private interface Code {
        int code();
    }

    private enum Status implements Code {
        OK, FAILED, LOST;

        @Override
        public int code() {
            return switch (this) {
                case OK -> 200;
                case FAILED -> 500;
                case LOST -> 404;
            };
        }

        Status worse() {
            return this == OK ? FAILED : LOST;
        }
    }

    private static final Code[] CODES = {Status.LOST, Status.OK, () -> 7};

    static void run() {
        for (Code code : CODES) {
            Out.println(code.code());
        }
        Out.println(Status.OK.worse().worse().code());
    }
}
