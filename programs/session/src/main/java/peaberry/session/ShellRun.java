package peaberry.session;

import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.grant.Sessions;
import peaberry.grant.SessionsClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControlClient;

/** Has a shell started for somebody, with what she is to have, and waits for its end. */
final class ShellRun {

    private static final String SHELL = "sh";
    private static final String SESSIONS = "sessions";
    private static final String ADMINISTRATION = "administration";
    private static final String PASSWORD = "password";
    /** What everybody has of what the session has, and what a developer has without asking for it. */
    private static final String[] SERVICES = {Started.TERMINAL, "clock", "entropy"};
    private static final String[] DEVELOPERS = {"machine", "supervision", "keeping", "ping", "programs"};
    /** The session's own number for whoever is logged in. */
    private static final int SESSION = 0;
    /** By which it gives each tree of files, a password's hash, the folder of accounts and the log. */
    private static final int GIFT = 0;
    private static final int PASSWORD_GIFT = 2;
    private static final int ACCOUNTS_GIFT = 3;
    private static final int LOG_GIFT = 4;
    /** log2 of the bytes that the shell's heap is made from. */
    private static final int OBJECT_BITS = 22;

    private final TerminalControlClient terminal;
    private final Started program;
    private final SessionFiles files;
    private final Folders folders;
    private final SessionsClient sessions = new SessionsClient(SESSIONS);

    ShellRun(TerminalControlClient terminal, Started program, SessionFiles files, Folders folders) {
        this.terminal = terminal;
        this.program = program;
        this.files = files;
        this.folders = folders;
    }

    private static boolean hasAdministration() {
        return !Grants.find(SESSIONS).isNone();
    }

    /** Tells the administration server where accounts and log are. @param first of two empty slots */
    void open(int first) {
        if (hasAdministration()) {
            folders.makeAccounts();
            folders.makeLog();
            if (folders.giveAccounts(ACCOUNTS_GIFT, Capability.at(first)) && folders.giveLog(LOG_GIFT, Capability.at(first + 1))) {
                sessions.setFiles(Capability.at(first), Capability.at(first + 1));
            }
        }
    }

    /** Runs one. What was granted meanwhile is taken back at its end. */
    void run(Person person) {
        terminal.setMode(Mode.LINES);
        program.begin(SHELL, environment(person), OBJECT_BITS);
        giveFiles(person);
        if (hasAdministration() && sessions.open(SESSION, person.name, person.may, program.place()) == Sessions.Outcome.DONE) {
            program.grantPlace(ADMINISTRATION);
        }
        if (!person.isDeveloper() && folders.givePassword(person, PASSWORD_GIFT, program.place())) {
            program.grantPlace(PASSWORD);
        }
        grantAll(SERVICES);
        if (person.isDeveloper()) {
            grantAll(DEVELOPERS);
        }
        program.grantSpawning();
        program.start();
        program.await();
        folders.takeBack(PASSWORD_GIFT);
        if (hasAdministration()) {
            sessions.close(SESSION);
        }
    }

    private void grantAll(String[] services) {
        for (String service : services) {
            if (!Grants.find(service).isNone()) {
                program.grant(service, Grants.find(service));
            }
        }
    }

    /** A developer has the files as the session has them; everybody else as a person, whom permissions limit. */
    private void giveFiles(Person person) {
        for (int tree = 0; tree < files.trees(); tree++) {
            if (files.hasFiles(tree) && give(files.tree(tree), person) == FileSystem.Outcome.DONE) {
                program.grantPlace(files.place(tree));
            }
        }
    }

    private FileSystem.Outcome give(FileSystemClient tree, Person person) {
        return person.isDeveloper() ? tree.give(FileSystem.ROOT, GIFT, false, program.place())
                : tree.giveAs(FileSystem.ROOT, GIFT, false, person.number, person.number, program.place());
    }

    private Text environment(Person person) {
        Text rows = program.environment();
        Started.endRow(rows.append("PATH=/bin"));
        Started.endRow(rows.append("USER=").append(person.name));
        Started.endRow(rows.append("LOGNAME=").append(person.name));
        Started.endRow(rows.append("HOME=").append(person.home));
        Started.endRow(rows.append("PWD=").append(person.home));
        return rows;
    }
}
