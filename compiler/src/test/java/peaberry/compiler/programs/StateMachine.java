package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An object that changes its state object, as protocol code does. */
final class StateMachine {

    private interface State {
        State next(char input);

        boolean accepts();
    }

    private static final class Start implements State {
        @Override
        public State next(char input) {
            return input == 'a' ? MIDDLE : input == 'b' ? this : ERROR;
        }

        @Override
        public boolean accepts() {
            return false;
        }
    }

    private static final class Middle implements State {
        @Override
        public State next(char input) {
            return input == 'b' ? START : this;
        }

        @Override
        public boolean accepts() {
            return true;
        }
    }

    private static final class Error implements State {
        @Override
        public State next(char input) {
            return this;
        }

        @Override
        public boolean accepts() {
            return false;
        }
    }

    private static final State START = new Start();
    private static final State MIDDLE = new Middle();
    private static final State ERROR = new Error();

    private static boolean matches(String text) {
        State state = START;
        for (int i = 0; i < text.length(); i++) {
            state = state.next(text.charAt(i));
        }
        return state.accepts();
    }

    static void run() {
        Out.println(matches("bba"));
        Out.println(matches("bbab"));
        Out.println(matches("c"));
        Out.println(matches("aaaac"));
        Out.println(matches(""));
    }
}
