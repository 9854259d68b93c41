package peaberry.sh.run;

/** A command that leaves what is around it. These are no errors, and have no trace. */
public abstract sealed class Jump extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Jump() {
        super(null, null, false, false);
    }

    /** Ends the shell, or the subshell. */
    public static final class Exit extends Jump {

        private static final long serialVersionUID = 1;

        final int status;

        public Exit(int status) {
            this.status = status;
        }
    }

    /** Gives up all that is being done, at the wish of somebody at the terminal. */
    public static final class Interrupt extends Jump {

        private static final long serialVersionUID = 1;
    }

    /** Ends a function or a script that {@code .} reads. */
    public static final class Return extends Jump {

        private static final long serialVersionUID = 1;

        public final int status;

        public Return(int status) {
            this.status = status;
        }
    }

    /** Leaves as many loops. */
    public static final class Break extends Jump {

        private static final long serialVersionUID = 1;

        final int levels;

        public Break(int levels) {
            this.levels = levels;
        }
    }

    /** Leaves all of as many loops but the last, with which it goes on. */
    public static final class Continue extends Jump {

        private static final long serialVersionUID = 1;

        final int levels;

        public Continue(int levels) {
            this.levels = levels;
        }
    }
}
