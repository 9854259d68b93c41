package peaberry.processes;

/**
 * What clients may take, and have: memory, processes, and things that the server has a limited number of, which are images, pipes and their ends. What a child has counts for whoever
 * started it, too, and for whoever started that one.
 */
final class Accounts {

    /** In place of a client. */
    static final int NOBODY = -1;
    /** For each process that it may start, and for itself. */
    private static final int THINGS_OF_PROCESS = 4;

    private final long[] bytes = new long[Numbers.CLIENTS];
    private final long[] mostBytes = new long[Numbers.CLIENTS];
    private final int[] processes = new int[Numbers.CLIENTS];
    private final int[] mostProcesses = new int[Numbers.CLIENTS];
    private final int[] things = new int[Numbers.CLIENTS];
    private final int[] mostThings = new int[Numbers.CLIENTS];
    private final int[] parents = new int[Numbers.CLIENTS];

    /** Clients of the declaration have no limit. */
    Accounts() {
        for (int client = 0; client < Numbers.CLIENTS; client++) {
            mostBytes[client] = Long.MAX_VALUE;
            mostProcesses[client] = Integer.MAX_VALUE;
            mostThings[client] = Integer.MAX_VALUE;
            parents[client] = NOBODY;
        }
    }

    /** Opens the account of a child that may start programs. @param parent who started it */
    void open(int client, int parent, long bytes, int processes) {
        parents[client] = parent;
        mostBytes[client] = bytes;
        mostProcesses[client] = processes;
        mostThings[client] = THINGS_OF_PROCESS * (processes + 1);
    }

    /** Whether a client may have one thing more. */
    boolean allowsThing(int client) {
        boolean allows = true;
        for (int payer = client; allows && payer != NOBODY; payer = parents[payer]) {
            allows = things[payer] < mostThings[payer];
        }
        return allows;
    }

    /** Takes note of a thing more, or less. */
    void addThing(int client, int more) {
        for (int payer = client; payer != NOBODY; payer = parents[payer]) {
            things[payer] += more;
        }
    }

    /** Whether a client may have so much more, and whoever started it. */
    boolean allows(int client, long more, int moreProcesses) {
        boolean allows = true;
        for (int payer = client; allows && payer != NOBODY; payer = parents[payer]) {
            allows = more <= mostBytes[payer] - bytes[payer] && moreProcesses <= mostProcesses[payer] - processes[payer];
        }
        return allows;
    }

    /** Takes note of what a client has more, or less. */
    void add(int client, long more, int moreProcesses) {
        for (int payer = client; payer != NOBODY; payer = parents[payer]) {
            bytes[payer] += more;
            processes[payer] += moreProcesses;
        }
    }
}
