package peaberry.tools;

import peaberry.sh.system.FileStatus;

/**
 * A file that {@code ls} shows.
 *
 * @param path by which it is reached
 * @param status null if nothing is known of it
 */
record Listed(String name, String path, FileStatus status) {
}
