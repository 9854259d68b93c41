package peaberry.administration;

import java.io.PrintStream;
import java.util.List;

/** All commands about the system: one of them is run by its name. */
public final class Administration {

    /** What there are. */
    public static final List<String> NAMES = List.of("arp", "caps", "crash", "drivers", "faults", "free", "log", "ping", "ps", "restart", "shutdown", "sync", "trace", "uptime");

    private static final int STATUS_FAILED = 1;

    private Administration() {
    }

    public static boolean isCommand(String name) {
        return NAMES.contains(name);
    }

    /**
     * Runs a command to its end.
     *
     * @param name one of {@link #NAMES}
     * @param operands what stands behind it
     * @return its exit status: 0, or 1 if it could not be done, which {@code err} says
     */
    public static int run(String name, List<String> operands, PrintStream out, PrintStream err) {
        try {
            return command(name).run(operands, out);
        } catch (RefusedException refusal) {
            out.flush();
            err.println(name + ": " + refusal.getMessage());
            return STATUS_FAILED;
        }
    }

    private static Command command(String name) {
        return switch (name) {
            case "arp" -> new Arp();
            case "caps" -> new Caps();
            case "crash" -> new Crash();
            case "drivers" -> new Drivers();
            case "faults" -> new Faults();
            case "free" -> new Free();
            case "log" -> new Log();
            case "ping" -> new PingStation();
            case "ps" -> new Ps();
            case "restart" -> new Restart();
            case "shutdown" -> new Shutdown();
            case "sync" -> new Sync();
            case "trace" -> new Trace();
            case "uptime" -> new Uptime();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
