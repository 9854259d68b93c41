package peaberry.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file or folder of the host that a sandbox has. The program finds it where the host has it.
 *
 * @param path from the host's top on, without dots
 */
record SharedPath(Path path, Access access) {

    enum Access { READ, WRITE }

    boolean isFile() {
        return !Files.isDirectory(path);
    }

    boolean isWritable() {
        return access == Access.WRITE;
    }
}
