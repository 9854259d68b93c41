package peaberry.sh.system;

/** Processes that a shell and a terminal control together: those of a job. */
public interface Group {

    /** Of a system where each process stands for itself: nothing can be done to all of them. */
    Group NONE = new Group() {
        @Override
        public void bringForward() {
            // Whoever is in front is no affair of the shell's.
        }

        @Override
        public void withdraw() {
            // As above.
        }

        @Override
        public void stop() {
            // Nobody can be stopped.
        }

        @Override
        public void resume() {
            // Nobody was stopped.
        }
    };

    /** They are in front of the terminal: whom Ctrl-C interrupts, Ctrl-Z stops, and who reads what is typed. */
    void bringForward();

    /** Ends the last {@link #bringForward}: whoever was in front before is again. */
    void withdraw();

    /** Has them all stand still. */
    void stop();

    /** Has all go on that were stopped. */
    void resume();
}
