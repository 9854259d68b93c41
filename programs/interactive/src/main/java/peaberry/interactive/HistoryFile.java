package peaberry.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/**
 * A history in a file, a line for each: a line feed within is {@code \n}, a backslash {@code \\}. Each is written when it was typed. Whatever was being written when all came to an end does no harm:
 * a line without its line feed gets {@link #SPOILT} and one before anything else is written, and such lines are not read.
 *
 * <p>A file that has become too long is written anew, first beside it with {@link #WHOLE} as its last line: who finds that, and the file itself not whole, takes it from there.
 */
final class HistoryFile {

    /** Ends a line that is no line: the control character CANCEL. */
    private static final char SPOILT = 0x18;
    private static final String WHOLE = "\u0004";
    private static final String BESIDE = ".new";
    private static final int PIECE = 4096;
    /** The file is shortened when it is this many times as long as what is kept. */
    private static final int SLACK = 2;

    private final OperatingSystem system;
    private final String path;
    private boolean isCutShort;

    /** @param path absolute */
    HistoryFile(OperatingSystem system, String path) {
        this.system = system;
        this.path = path;
    }

    /** Reads what is there into a history, of which there may be nothing. @param most how many lines are kept */
    void read(History history, int most) throws IOException {
        String copy = content(path + BESIDE);
        boolean isCopyWhole = copy.endsWith("\n" + WHOLE + "\n");
        String text = isCopyWhole ? copy : content(path);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            String line = text.substring(start, feed);
            start = feed + 1;
            if (!line.isEmpty() && line.charAt(line.length() - 1) != SPOILT && !line.equals(WHOLE)) {
                lines.add(decode(line));
            }
        }
        isCutShort = start < text.length();
        history.limit(most);
        lines.forEach(history::put);
        if (isCopyWhole || lines.size() > SLACK * Math.max(1, most)) {
            rewrite(history);
        }
    }

    private void rewrite(History history) throws IOException {
        StringBuilder text = new StringBuilder();
        history.lines().forEach(line -> text.append(encode(line)).append('\n'));
        write(path + BESIDE, OpenMode.WRITE, text + WHOLE + "\n");
        write(path, OpenMode.WRITE, text.toString());
        write(path + BESIDE, OpenMode.WRITE, "");
        isCutShort = false;
    }

    void append(String line) throws IOException {
        String before = isCutShort ? SPOILT + "\n" : "";
        write(path, OpenMode.APPEND, before + encode(line) + "\n");
        isCutShort = false;
    }

    private String content(String file) throws IOException {
        if (system.look(file) == null) {
            return "";
        }
        Channel channel = system.open(file, OpenMode.READ);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = channel.read(piece, 0, piece.length); read > 0; read = channel.read(piece, 0, piece.length)) {
                bytes.write(piece, 0, read);
            }
            return Utf8.decode(bytes.toByteArray());
        } finally {
            channel.close();
        }
    }

    private void write(String file, OpenMode mode, String text) throws IOException {
        Channel channel = system.open(file, mode);
        try {
            byte[] bytes = Utf8.encode(text);
            channel.write(bytes, 0, bytes.length);
        } finally {
            channel.close();
        }
    }

    static String encode(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n");
    }

    static String decode(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && i + 1 < line.length()) {
                i++;
                text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
