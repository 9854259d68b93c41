package peaberry.posix;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Capability;

/**
 * Folders that the process has by a name and no path: its own password's, and that of all accounts. Each program that is given one is a client of its own, whose handles nobody else uses, until it
 * ends.
 */
final class PersonalFolders {

    /** Of the hash of her own password; and of all accounts. */
    static final String PASSWORD = "password";
    static final String PEOPLE = "people";

    private static final List<String> NAMES = List.of(PASSWORD, PEOPLE);

    /** The processes that were given one and have not ended. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private PersonalFolders() {
    }

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    /** Gives a process one. @param place an empty slot, where the capability goes */
    static void give(String name, int process, Capability place) throws IOException {
        GIVEN.add(process);
        FileSystem.Outcome outcome = new FileSystemClient(Powers.find(name)).give(FileSystem.ROOT, process, false, place);
        if (outcome != FileSystem.Outcome.DONE) {
            throw new IOException(name + " cannot be given: " + Tree.failure(outcome).getMessage());
        }
    }

    /** A process has ended. */
    static void takeBack(int process) {
        if (!GIVEN.remove(process)) {
            return;
        }
        for (String name : NAMES) {
            Capability folder = Powers.find(name);
            if (!folder.isNone()) {
                new FileSystemClient(folder).takeBack(process);
            }
        }
    }
}
