package peaberry.session;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/** Folders that have to be there for people, in the tree at {@code /}: they are made if they are not, and never changed. */
final class Folders {

    static final String ACCOUNTS = "/etc/people";
    /** Of one account: where its password's hash is. */
    static final String PASSWORD = "/password";
    private static final String LOGS = "/var/log";
    private static final String LOG = "/var/log/administration";

    private static final int HANDLE = 1;
    private static final int MAX_PATH = 256;
    /** Whose the system's own are. */
    private static final long SYSTEM = 0;
    private static final int OF_ALL = 0755;
    private static final int OF_OWNER = 0700;
    private static final int LOG_PERMISSIONS = 0644;
    private static final boolean IS_DIRECTORY = true;

    private final Text path = new Text(MAX_PATH);
    private final Text prefix = new Text(MAX_PATH);
    private final Text name = new Text(MAX_PATH);
    private FileSystemClient files = new FileSystemClient(Capability.NONE);

    /** @param tree the one at {@code /} */
    void open(FileSystemClient tree) {
        files = tree;
    }

    /** Makes the folder of accounts. */
    void makeAccounts() {
        make(path.clear().append(ACCOUNTS), IS_DIRECTORY, SYSTEM, OF_OWNER);
    }

    /** Makes the log of administration. */
    void makeLog() {
        make(path.clear().append(LOGS), IS_DIRECTORY, SYSTEM, OF_ALL);
        make(path.clear().append(LOG), !IS_DIRECTORY, SYSTEM, LOG_PERMISSIONS);
    }

    /** Makes {@code /tmp}, where everybody may make files and nobody remove another one's. */
    void makeTemporary() {
        make(path.clear().append(SessionFiles.TEMPORARY), IS_DIRECTORY, SYSTEM, SessionFiles.OF_ALL);
    }

    void makeHome(Person person) {
        make(path.clear().append(person.home), IS_DIRECTORY, person.number, OF_OWNER);
    }

    /** Gives the folder of accounts to somebody. @param number by which it is taken back @param place where the capability goes @return whether that worked */
    boolean giveAccounts(int number, Capability place) {
        return give(path.clear().append(ACCOUNTS), number, place);
    }

    boolean giveLog(int number, Capability place) {
        return give(path.clear().append(LOG), number, place);
    }

    /** Gives somebody where her password's hash is. */
    boolean givePassword(Person person, int number, Capability place) {
        return give(path.clear().append(ACCOUNTS).append("/").append(person.name).append(PASSWORD), number, place);
    }

    void takeBack(int number) {
        files.takeBack(number);
    }

    private boolean give(Text what, int number, Capability place) {
        boolean isGiven = files.open(FileSystem.ROOT, what, HANDLE) == Outcome.DONE && files.give(HANDLE, number, false, place) == Outcome.DONE;
        files.close(HANDLE);
        return isGiven;
    }

    /** Makes what is not there yet: what is on the way belongs to the system and can be looked through by all. */
    private void make(Text wanted, boolean isDirectory, long owner, int permissions) {
        for (int end = 1; end <= wanted.length(); end++) {
            if (end == wanted.length()) {
                makeOne(wanted, end, isDirectory, owner, permissions);
            } else if (wanted.byteAt(end) == '/') {
                makeOne(wanted, end, IS_DIRECTORY, SYSTEM, OF_ALL);
            }
        }
    }

    private void makeOne(Text wanted, int end, boolean isDirectory, long owner, int permissions) {
        int slash = end - 1;
        while (wanted.byteAt(slash) != '/') {
            slash--;
        }
        prefix.clear().append(wanted, 0, end);
        if (files.look(FileSystem.ROOT, prefix, true) != Outcome.NOT_FOUND) {
            return;
        }
        prefix.clear().append(wanted, 0, slash);
        name.clear().append(wanted, slash + 1, end);
        if (files.open(FileSystem.ROOT, prefix, HANDLE) == Outcome.DONE && files.create(HANDLE, name, isDirectory) == Outcome.DONE
                && files.open(FileSystem.ROOT, prefix.clear().append(wanted, 0, end), HANDLE) == Outcome.DONE) {
            files.setOwner(HANDLE, owner, owner);
            files.setPermissions(HANDLE, permissions);
        }
        files.close(HANDLE);
    }
}
