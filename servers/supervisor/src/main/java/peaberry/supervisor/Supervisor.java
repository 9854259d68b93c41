package peaberry.supervisor;

/**
 * The supervisor: the system's policy of who lives. It starts all processes, hears how they fail, brings their devices to rest, and has root make
 * them anew. It may fail itself at any time: root makes it anew, and it goes on with what it finds ({@link Wards#resume}).
 */
public final class Supervisor {

    private static final SupervisorServer SERVER = new SupervisorServer();

    private Supervisor() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        Kept.open();
        Wards.resume();
        SERVER.run();
    }
}
