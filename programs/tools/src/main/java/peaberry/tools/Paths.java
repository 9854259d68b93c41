package peaberry.tools;

import java.io.IOException;

/** Paths as text. */
final class Paths {

    private Paths() {
    }

    /** A path without slashes at its end, but for that of the root. */
    static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The last name of a path; {@code /} of the root. */
    static String name(String path) {
        String trimmed = withoutSlashes(path);
        return trimmed.equals("/") ? trimmed : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** The directory in which the last name of a path is. */
    static String directory(String path) {
        String trimmed = withoutSlashes(path);
        int slash = trimmed.lastIndexOf('/');
        return slash < 0 ? "." : withoutSlashes(trimmed.substring(0, slash + 1));
    }

    static String below(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }

    static void checkNotEmpty(String path) throws IOException {
        if (path.isEmpty()) {
            throw new IOException("no such file or directory");
        }
    }
}
