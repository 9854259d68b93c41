package peaberry.session;

import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.Reason;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;
import peaberry.stream.TerminalControlClient;

/** The program that a session has started at its terminal: one at a time. What it is given is collected step by step; the first step that fails decides. */
final class Started {

    static final String SPAWNER = "spawner";
    static final String TERMINAL = "terminal";

    private static final String[] STREAMS = {"stdin", "stdout", "stderr", "tty"};
    private static final int IMAGE = 0;
    private static final int PROCESS = 0;
    private static final int GROUP = 0;
    /** By which it gives a stream of the terminal. */
    private static final int GIFT = 0;
    private static final int MAX_BYTES = 1024;

    private final SpawnerClient processes;
    private final TerminalControlClient terminal;
    private final Text name = new Text(Spawner.MAX_NAME);
    private final Text texts = new Text(MAX_BYTES);
    private final byte[] bytes = new byte[MAX_BYTES];
    private CNode table = CNode.at(Capability.NONE.slot());
    private Capability place = Capability.NONE;
    private Outcome outcome = Outcome.DONE;

    Started(SpawnerClient processes, TerminalControlClient terminal) {
        this.processes = processes;
        this.terminal = terminal;
    }

    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        place = Capability.at(OwnPages.takeSlots(1));
        processes.clear();
    }

    /** An empty slot, for what is to be granted next. */
    Capability place() {
        return place;
    }

    /** Where rows of the environment are put, each with {@link #endRow} behind it. */
    Text environment() {
        return texts.clear();
    }

    static void endRow(Text environment) {
        environment.appendByte(0);
    }

    /** Begins a program that came with the system, which has the terminal's streams. @param environment as {@link #environment} @param objectBits log2 of the bytes that its heap is made from */
    void begin(String program, Text environment, int objectBits) {
        terminal.clearForeground();
        int arguments = program.length() + 1;
        for (int i = 0; i < program.length(); i++) {
            bytes[i] = (byte) program.charAt(i);
        }
        bytes[program.length()] = 0;
        for (int i = 0; i < environment.length(); i++) {
            bytes[arguments + i] = environment.byteAt(i);
        }
        OwnBuffer.put(bytes, 0, arguments + environment.length());
        outcome = environment.isTruncated() || arguments + environment.length() > MAX_BYTES ? Outcome.NO_ROOM : processes.find(IMAGE, name(program));
        if (outcome == Outcome.DONE) {
            outcome = processes.begin(PROCESS, IMAGE, GROUP, objectBits, arguments, environment.length(), OwnBuffer.lend(arguments + environment.length(), Rights.READ), 0);
            OwnBuffer.takeBack();
        }
        terminal.give(GIFT, place);
        terminal.setReader(GIFT);
        for (String stream : STREAMS) {
            grant(stream, place);
        }
        table.delete(place.slot());
    }

    void grant(String as, Capability service) {
        if (outcome == Outcome.DONE) {
            outcome = processes.grant(PROCESS, name(as), service);
        }
    }

    /** Grants what was put into {@link #place}, which is empty then. */
    void grantPlace(Text as) {
        if (outcome == Outcome.DONE) {
            outcome = processes.grant(PROCESS, as, place);
        }
        table.delete(place.slot());
    }

    void grantPlace(String as) {
        grantPlace(name(as));
    }

    /** Grants the end of a pipe. */
    void grantPipe(String as, int pipe, Spawner.PipeEnd end) {
        if (outcome == Outcome.DONE) {
            outcome = processes.grantPipe(PROCESS, name(as), pipe, end);
        }
    }

    void grantSpawning() {
        if (outcome == Outcome.DONE) {
            outcome = processes.grantSpawning(PROCESS, name(SPAWNER), Long.MAX_VALUE, Spawner.PROCESSES);
        }
    }

    /** Lets it run. */
    void start() {
        if (outcome == Outcome.DONE) {
            outcome = processes.start(PROCESS);
        }
    }

    /** Waits for its end. */
    void await() {
        if (outcome == Outcome.DONE) {
            outcome = processes.await(PROCESS);
        }
        processes.end(PROCESS);
        processes.forget(PROCESS);
    }

    /** Whether it came to its end. One that failed says so by its status if it still can. */
    boolean isOver() {
        return outcome == Outcome.DONE && processes.awaitReason() == Reason.EXITED && processes.awaitStatus() != Spawner.STATUS_FAILED;
    }

    /** The status that it ended with; {@code otherwise} if there is none. */
    int status(int otherwise) {
        return outcome == Outcome.DONE ? processes.awaitStatus() : otherwise;
    }

    /** Says how it failed. */
    void appendFailure(Text line) {
        if (outcome == Outcome.DONE) {
            line.append("status ").decimal(processes.awaitStatus());
        } else {
            line.append(outcome.name());
        }
    }

    private Text name(String text) {
        return name.clear().append(text);
    }
}
