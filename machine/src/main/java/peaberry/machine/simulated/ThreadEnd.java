package peaberry.machine.simulated;

/**
 * Unwinds a Java thread of the simulated machine: the machine was switched off, or the thread whose part it plays does
 * not exist any more. Programs and kernel never catch it.
 */
public final class ThreadEnd extends Error {

    private static final long serialVersionUID = 1;

    public ThreadEnd() {
        super(null, null, false, false);
    }
}
