package peaberry.people;

import java.io.IOException;

/** Where the hash of one person's password is. */
final class Password {

    private static final String HASH = "hash";
    private static final String NEW = "hash.new";

    private final Folder folder;
    private final String directory;

    /** @param directory its path with a {@code /} behind it; empty for the folder itself */
    Password(Folder folder, String directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /** @throws IOException if it cannot be read */
    PasswordHash hash() throws IOException {
        try {
            return PasswordHash.parse(folder.read(directory + HASH).strip());
        } catch (IllegalArgumentException damage) {
            throw new IOException(damage.getMessage(), damage);
        }
    }

    /** After a loss of power it is the one or the other. */
    void replace(PasswordHash hash) throws IOException {
        folder.write(directory + NEW, hash + "\n");
        folder.rename(directory, NEW, HASH);
    }
}
