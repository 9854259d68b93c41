package peaberry.launch;

import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.UserLayout;
import peaberry.console.Console;
import peaberry.console.ConsoleClient;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.SystemCalls;
import peaberry.stream.TypingClient;

/**
 * The host's standard streams: whoever reads here reads what the host was given, whoever writes is heard there. All of them share one serial line ({@link Input}, {@link Output}). Beside the
 * server there is who listens at the line, a process of its own, since a server waits for nobody.
 */
public final class HostStreams {

    /** In place of the server: who listens. */
    private static final long LISTENER = 1;
    /** The declaration's names. */
    private static final String CONSOLE = "console";
    private static final String KEPT = "memory";
    private static final String TABLE = "table";

    private static final Region MEMORY = new Region();
    private static final ConsoleClient LINE = new ConsoleClient(CONSOLE);
    private static final TypingClient SERVER_BESIDE = new TypingClient("arrival");
    private static final Output OUTPUT = new Output(LINE, MEMORY);
    private static final InputRequests INPUT = new InputRequests(MEMORY);
    private static final CapabilityServer SERVER = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, TABLE,
            INPUT, new OutputRequests(OUTPUT, MEMORY, Output.OUT), new OutputRequests(OUTPUT, MEMORY, Output.ERROR),
            new OutputRequests(OUTPUT, MEMORY, Output.REPORT), new ArrivalRequests(INPUT));

    private HostStreams() {
    }

    /** Does not return. @param argument 1 for who listens at the line, else 0 */
    public static void main(long argument) {
        if (argument == LISTENER) {
            listen();
        }
        if (!Regions.open(MEMORY, KEPT, RegionKind.KEPT, 0) || MEMORY.size() < UserLayout.PAGE) {
            throw new IllegalStateException("there is too little memory");
        }
        SERVER.run();
    }

    private static void listen() {
        for (;;) {
            if (LINE.read() == Console.Outcome.DONE) {
                SERVER_BESIDE.typed(LINE.readResult());
            } else {
                SystemCalls.yieldProcessor();
            }
        }
    }
}
