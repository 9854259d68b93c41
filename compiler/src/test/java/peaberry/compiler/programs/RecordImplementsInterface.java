package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Records behind an interface with a default method. */
final class RecordImplementsInterface {

    private interface Sized {
        int size();

        default boolean large() {
            return size() > 10;
        }
    }

    private record Small(int size) implements Sized {
    }

    private record Text(String text) implements Sized {
        @Override
        public int size() {
            return text.length();
        }
    }

    private static final Sized[] SIZED = {new Small(4), new Text("a text of some length"), new Small(11)};

    static void run() {
        for (Sized each : SIZED) {
            Out.println(each.size());
            Out.println(each.large());
        }
    }
}
