package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A bridge method casts its argument: the wrong class is a fault. */
final class BridgeCastFails {

    private interface Sink<T> {
        void accept(T value);
    }

    private static final class TextSink implements Sink<String> {
        @Override
        public void accept(String value) {
            Out.println(value);
        }
    }

    private static final Sink<String> SINK = new TextSink();
    private static Object number = new int[1];

    @SuppressWarnings("unchecked")
    private static void pollute(Sink<?> sink) {
        ((Sink<Object>) sink).accept(number);
    }

    static void run() {
        SINK.accept("text");
        pollute(SINK);
    }
}
