package peaberry.tools;

import peaberry.sh.system.FileStatus;

/**
 * A file that {@code find} comes to.
 *
 * @param path from the operand on
 * @param depth how many directories are between it and the operand, which has 0
 */
record FoundFile(String path, FileStatus status, long depth) {
}
