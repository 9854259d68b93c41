package peaberry.session;

import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
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
import peaberry.stream.ByteStreamClient;
import peaberry.stream.TerminalControlClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/**
 * A session at a terminal: has a shell started, gives it what the session has, and has another one started when that one fails. When the shell ends, the machine is switched off with
 * its status.
 */
public final class Session {

    /** The program that is started, and the names under which it finds what it is given. */
    private static final String SHELL = "sh";
    private static final String SPAWNER = "spawner";
    private static final String TERMINAL = "terminal";
    private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
    private static final String[] SERVICES = {TERMINAL, "clock", "entropy", "machine", "supervision", "keeping", "ping", "programs"};

    private static final int IMAGE = 0;
    private static final int PROCESS = 0;
    private static final int GROUP = 0;
    /** By which it gives the shell a stream of the terminal, and each tree of files. */
    private static final int GIFT = 0;
    /** log2 of the bytes that the shell's heap is made from. */
    private static final int OBJECT_BITS = 22;

    private static final int MOST_FAILURES = 5;
    /** The machine's status if no shell could be had. */
    private static final int FAILED = 1;

    private static final SpawnerClient PROCESSES = new SpawnerClient(SPAWNER);
    private static final TerminalControlClient CONTROL = new TerminalControlClient(TERMINAL);
    private static final ByteStreamClient SCREEN = new ByteStreamClient("stream");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SessionFiles FILES = new SessionFiles();
    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final String BANNER = """

            Peaberry 0.1
            Each program, driver and server has a protection domain of its own, and what it was given.
            Try:  help    ls /bin    ps
            """;
    private static final String NO_DISK = "There is no disk: what you write is gone when the machine is switched off.\n";
    private static final Text LINE = new Text(160);
    private static final byte[] BYTES = new byte[256];

    private Session() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        FILES.open();
        Capability place = Capability.at(OwnPages.takeSlots(1));
        PROCESSES.clear();
        print(LINE.clear().append(BANNER));
        if (!FILES.last()) {
            print(LINE.clear().append(NO_DISK));
        }
        int failures = 0;
        Outcome outcome = runShell(place);
        while (failures < MOST_FAILURES && !isOver(outcome)) {
            failures++;
            LINE.clear().append("the shell failed: ");
            if (outcome == Outcome.DONE) {
                LINE.append("status ").decimal(PROCESSES.awaitStatus());
            } else {
                LINE.append(outcome.name());
            }
            print(LINE.append("\n"));
            outcome = runShell(place);
        }
        SYSTEM.shutdown(outcome == Outcome.DONE ? Math.min(PROCESSES.awaitStatus(), SystemControl.MAX_STATUS) : FAILED);
        throw new IllegalStateException("the machine stays on");
    }

    /** Whether the shell came to its end. One that failed says so by its status if it still can. */
    private static boolean isOver(Outcome outcome) {
        return outcome == Outcome.DONE && PROCESSES.awaitReason() == Reason.EXITED && PROCESSES.awaitStatus() != Spawner.STATUS_FAILED;
    }

    /** Has a shell started, and waits for its end. @return {@code DONE} if that was told */
    private static Outcome runShell(Capability place) {
        CONTROL.clearForeground();
        Outcome outcome = start(place);
        outcome = outcome == Outcome.DONE ? PROCESSES.await(PROCESS) : outcome;
        PROCESSES.end(PROCESS);
        PROCESSES.forget(PROCESS);
        return outcome;
    }

    private static Outcome start(Capability place) {
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        Outcome outcome = PROCESSES.find(IMAGE, name(SHELL));
        if (outcome == Outcome.DONE) {
            outcome = begin();
        }
        CONTROL.give(GIFT, place);
        CONTROL.setReader(GIFT);
        for (int stream = 0; stream < STREAMS.length && outcome == Outcome.DONE; stream++) {
            outcome = PROCESSES.grant(PROCESS, name(STREAMS[stream]), place);
        }
        table.delete(place.slot());
        for (int tree = 0; tree < FILES.trees() && outcome == Outcome.DONE; tree++) {
            if (FILES.hasFiles(tree) && FILES.tree(tree).give(FileSystem.ROOT, GIFT, false, place) == FileSystem.Outcome.DONE) {
                outcome = PROCESSES.grant(PROCESS, FILES.place(tree), place);
                table.delete(place.slot());
            }
        }
        for (int service = 0; service < SERVICES.length && outcome == Outcome.DONE; service++) {
            Capability own = Grants.find(SERVICES[service]);
            outcome = own.isNone() ? outcome : PROCESSES.grant(PROCESS, name(SERVICES[service]), own);
        }
        if (outcome == Outcome.DONE) {
            outcome = PROCESSES.grantSpawning(PROCESS, name(SPAWNER), Long.MAX_VALUE, Spawner.PROCESSES);
        }
        return outcome == Outcome.DONE ? PROCESSES.start(PROCESS) : outcome;
    }

    private static Outcome begin() {
        int arguments = put(0, SHELL);
        int environment = put(put(arguments, "PATH=/bin"), "HOME=/") - arguments;
        OwnBuffer.put(BYTES, 0, arguments + environment);
        Outcome outcome = PROCESSES.begin(PROCESS, IMAGE, GROUP, OBJECT_BITS, arguments, environment, OwnBuffer.lend(arguments + environment, Rights.READ), 0);
        OwnBuffer.takeBack();
        return outcome;
    }

    /** Puts a text and a zero into {@link #BYTES}. @return where the next one goes */
    private static int put(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            BYTES[at + i] = (byte) text.charAt(i);
        }
        BYTES[at + text.length()] = 0;
        return at + text.length() + 1;
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }

    private static void print(Text line) {
        for (int i = 0; i < line.length(); i++) {
            BYTES[i] = line.byteAt(i);
        }
        OwnBuffer.put(BYTES, 0, line.length());
        SCREEN.write(line.length(), OwnBuffer.lend(line.length(), Rights.READ), 0);
        OwnBuffer.takeBack();
    }
}
