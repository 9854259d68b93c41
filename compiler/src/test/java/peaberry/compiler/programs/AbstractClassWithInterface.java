package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An abstract class leaves an interface's method to its subclasses. */
final class AbstractClassWithInterface {

    private interface Task {
        int execute();
    }

    private abstract static class Base implements Task {
        int twice() {
            return execute() + execute();
        }
    }

    private static final class Count extends Base {
        private int calls;

        @Override
        public int execute() {
            return ++calls;
        }
    }

    private static final Base BASE = new Count();
    private static final Task TASK = BASE;

    static void run() {
        Out.println(BASE.twice());
        Out.println(TASK.execute());
    }
}
