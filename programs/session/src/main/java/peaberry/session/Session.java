package peaberry.session;

import peaberry.abi.Rights;
import peaberry.process.SpawnerClient;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Pause;
import peaberry.runtime.Text;
import peaberry.stream.ByteStreamClient;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControlClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/**
 * A session at a terminal. With the argument 0 it opens a shell for a developer at once, another one when that fails, and when it ends the machine is switched off with its status. With 1 people
 * log in: each gets a shell of her own, and when that ends the next one can. Ctrl-D in place of a name switches the machine off.
 *
 * <p>With 2 more it is a further one: it begins when somebody presses Enter, and its end is that of nothing else.
 */
public final class Session {

    private static final long LOGS_IN = 1;
    private static final long IS_FURTHER = 2;
    private static final int MOST_FAILURES = 5;
    /** The machine's status if no shell, or no log-in, could be had. */
    private static final int FAILED = 1;

    private static final SpawnerClient PROCESSES = new SpawnerClient(Started.SPAWNER);
    private static final TerminalControlClient CONTROL = new TerminalControlClient(Started.TERMINAL);
    private static final ByteStreamClient SCREEN = new ByteStreamClient("stream");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SessionFiles FILES = new SessionFiles();
    private static final Folders FOLDERS = new Folders();
    private static final Started PROGRAM = new Started(PROCESSES, CONTROL);
    private static final ShellRun SHELL = new ShellRun(CONTROL, PROGRAM, FILES, FOLDERS);
    private static final LoginAttempt LOGIN = new LoginAttempt(PROCESSES, CONTROL, PROGRAM, FOLDERS);
    private static final Delays DELAYS = new Delays();
    private static final Pause PAUSE = new Pause();
    /** In microseconds. */
    private static final long SECOND = 1_000_000;
    private static final Person DEVELOPER = new Person();
    private static final Text NOBODY = new Text(1);

    private static final String BANNER = """

            Peaberry 0.1
            Each program, driver and server has a protection domain of its own, and what it was given.
            Try:  help    man tour    grant machine; ps
            """;
    private static final String NO_DISK = "There is no disk: what you write is gone when the machine is switched off.\n";
    private static final Text LINE = new Text(160);
    private static final byte[] BYTES = new byte[256];

    private Session() {
    }

    /** Does not return. @param argument see above: 0 to 3 */
    public static void main(long argument) {
        FILES.open(SYSTEM);
        PROGRAM.open();
        LOGIN.open();
        PAUSE.open();
        FOLDERS.open(FILES.root());
        SHELL.open(OwnPages.takeSlots(2));
        if (!FILES.last()) {
            FOLDERS.makeTemporary();
        }
        int status = hold(argument);
        while ((argument & IS_FURTHER) != 0) {
            status = hold(argument);
        }
        SYSTEM.shutdown(Math.min(status, SystemControl.MAX_STATUS));
        throw new IllegalStateException("the machine stays on");
    }

    /** Holds a session, from its greeting on. @return the status of its end */
    private static int hold(long argument) {
        print(LINE.clear().append(BANNER));
        if ((argument & IS_FURTHER) != 0) {
            print(LINE.clear().append("Press Enter to begin.\n"));
            awaitLine();
        }
        if (!FILES.last()) {
            print(LINE.clear().append(NO_DISK));
        }
        int status = (argument & LOGS_IN) != 0 ? serve() : develop();
        if (!FILES.sync()) {
            print(LINE.clear().append("Some of what was written is lost.\n"));
        }
        return status;
    }

    private static void awaitLine() {
        CONTROL.setMode(Mode.LINES);
        SCREEN.read(BYTES.length, OwnBuffer.lend(BYTES.length, Rights.WRITE), 0);
        OwnBuffer.takeBack();
    }

    /** Runs shells for a developer. @return the status of the one that came to its end */
    private static int develop() {
        DEVELOPER.setDeveloper();
        SHELL.run(DEVELOPER);
        for (int failures = 0; failures < MOST_FAILURES && !PROGRAM.isOver(); failures++) {
            tellFailure("the shell");
            SHELL.run(DEVELOPER);
        }
        return PROGRAM.status(FAILED);
    }

    /** Lets people log in until nobody wants to. */
    private static int serve() {
        FOLDERS.makeAccounts();
        FILES.openTemporary();
        int failures = 0;
        while (failures < MOST_FAILURES) {
            LoginAttempt.Result result = LOGIN.run();
            failures = result == LoginAttempt.Result.FAILED ? failures + 1 : 0;
            switch (result) {
                case ACCEPTED -> welcome(LOGIN.person);
                case REFUSED -> delay("The name or the password is wrong.", LOGIN.name);
                case FAILED -> {
                    tellFailure("login");
                    delay("Nobody was let in.", NOBODY);
                }
                case ENDED -> {
                    return 0;
                }
            }
        }
        return FAILED;
    }

    private static void welcome(Person person) {
        DELAYS.succeeded(person.name);
        FOLDERS.makeHome(person);
        SHELL.run(person);
        if (!PROGRAM.isOver()) {
            tellFailure("the shell");
        }
    }

    private static void delay(String why, Text name) {
        DELAYS.failed(name);
        int seconds = DELAYS.seconds(name);
        print(LINE.clear().append(why).append(" The next attempt can be made in ").decimal(seconds).append(" s.\n"));
        PAUSE.microseconds(seconds * SECOND);
    }

    private static void tellFailure(String whose) {
        LINE.clear().append(whose).append(" failed: ");
        PROGRAM.appendFailure(LINE);
        print(LINE.append("\n"));
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
