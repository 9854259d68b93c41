package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/**
 * What the last programs were refused, in a file that whoever starts programs writes and {@code why} reads: {@code .refusals} in the person's directory, or else in {@code /tmp}, or in {@code /}. Of each
 * program it has the command, behind a {@code $}, and then the needs that were not allowed, a line each.
 */
final class RefusalRecord {

    private static final String NAME = ".refusals";
    private static final String COMMAND = "$ ";
    private static final String HOME = "HOME=";
    /** The most programs of which it is known. */
    private static final int MOST = 8;

    private final OperatingSystem system;
    private final String path;

    /** @param command as it was typed, or would be @param needs that would have been needed */
    record Refused(String command, List<String> needs) {
    }

    /** @param environment rows of the form {@code NAME=value} */
    RefusalRecord(OperatingSystem system, List<String> environment) {
        this.system = system;
        path = directory(environment) + NAME;
    }

    private String directory(List<String> environment) {
        for (String row : environment) {
            if (row.startsWith(HOME + "/") && isDirectory(row.substring(HOME.length()))) {
                return row.substring(HOME.length()) + "/";
            }
        }
        return isDirectory("/tmp") ? "/tmp/" : "/";
    }

    private boolean isDirectory(String place) {
        FileStatus status = system.look(place);
        return status != null && status.is(FileStatus.Kind.DIRECTORY);
    }

    /** Those that are known, the last one last. */
    List<Refused> all() {
        List<Refused> all = new ArrayList<>();
        String text;
        try {
            text = system.look(path) == null ? "" : Manifest.text(system, path);
        } catch (IOException unreadable) {
            return all;
        }
        for (String line : text.split("\n")) {
            if (line.startsWith(COMMAND)) {
                all.add(new Refused(line.substring(COMMAND.length()), new ArrayList<>()));
            } else if (!all.isEmpty() && !line.isEmpty()) {
                all.getLast().needs().add(line);
            }
        }
        return all;
    }

    /** Adds one. If it cannot be written, nothing is known of it. */
    void add(Refused refused) {
        List<Refused> all = all();
        all.add(refused);
        StringBuilder text = new StringBuilder();
        for (Refused each : all.subList(Math.max(0, all.size() - MOST), all.size())) {
            text.append(COMMAND).append(each.command()).append('\n');
            each.needs().forEach(need -> text.append(need).append('\n'));
        }
        byte[] bytes = Utf8.encode(text.toString());
        try {
            Channel file = system.open(path, OpenMode.WRITE);
            try {
                file.write(bytes, 0, bytes.length);
            } finally {
                file.close();
            }
        } catch (IOException unwritable) {
            // It is a convenience, and not worth the program's status.
        }
    }
}
