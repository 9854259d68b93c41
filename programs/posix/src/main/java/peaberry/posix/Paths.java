package peaberry.posix;

import java.util.ArrayList;
import java.util.List;

/** Paths as texts, from {@code /} on. */
final class Paths {

    private Paths() {
    }

    /** A path from {@code /} on, without dots and empty names. */
    static String absolute(String directory, String path) {
        return plain(path.startsWith("/") ? path : directory + "/" + path);
    }

    static String plain(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (name.equals("..") && !names.isEmpty()) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        }
        return "/" + String.join("/", names);
    }

    /** Whether a path is that of a directory, or of something below it. Both are plain. */
    static boolean isWithin(String path, String directory) {
        return path.equals(directory) || directory.equals("/") || path.startsWith(directory + "/");
    }
}
