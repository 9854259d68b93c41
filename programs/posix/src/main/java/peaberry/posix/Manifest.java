package peaberry.posix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/** What a program asks for: a text beside its file, a need in each line. What is behind a {@code #} is for people. It only asks; who starts the program decides. */
final class Manifest {

    /** Behind the name of the program's file. */
    private static final String SUFFIX = ".needs";
    private static final long MOST_BYTES = 4096;

    private Manifest() {
    }

    /** The needs that a program's manifest names; none if it has none. @param program path of its file @throws IOException if there is something else in it */
    static List<Need> read(OperatingSystem system, String program) throws IOException {
        String path = program + SUFFIX;
        FileStatus status = system.look(path);
        if (status == null || !status.is(FileStatus.Kind.REGULAR)) {
            return List.of();
        }
        if (status.size() > MOST_BYTES) {
            throw new IOException(path + ": a manifest has at most " + MOST_BYTES + " bytes");
        }
        try {
            return parse(text(system, path));
        } catch (IOException failure) {
            throw new IOException(path + ": " + failure.getMessage());
        }
    }

    static List<Need> parse(String text) throws IOException {
        List<Need> needs = new ArrayList<>();
        for (String line : text.split("\n")) {
            int comment = line.indexOf('#');
            String need = (comment < 0 ? line : line.substring(0, comment)).trim();
            if (!need.isEmpty()) {
                needs.add(Need.parse(need));
            }
        }
        return needs;
    }

    static String text(OperatingSystem system, String path) throws IOException {
        Channel file = system.open(path, OpenMode.READ);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] piece = new byte[(int) MOST_BYTES];
            for (int read = file.read(piece, 0, piece.length); read > 0; read = file.read(piece, 0, piece.length)) {
                bytes.write(piece, 0, read);
            }
            return Utf8.decode(bytes.toByteArray());
        } finally {
            file.close();
        }
    }
}
