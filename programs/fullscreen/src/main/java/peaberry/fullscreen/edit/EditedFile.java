package peaberry.fullscreen.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import peaberry.fullscreen.Call;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.Utf8;

/** The file that a text comes from and goes to. What is read and not changed is written as it was, byte for byte. */
final class EditedFile {

    private static final int PIECE = 4096;

    private final Call call;
    private String name;
    /** As it was when the text and the file were the same last; null if there was none. */
    private FileStatus status;
    private boolean hasReturns;

    /** @param name empty if it has none yet */
    EditedFile(Call call, String name) {
        this.call = call;
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isNew() {
        return status == null;
    }

    boolean isReadOnly() {
        return status != null && !status.writable();
    }

    /** Whether its lines end with carriage return and line feed, all of them. */
    boolean hasReturns() {
        return hasReturns;
    }

    private FileStatus look(String file) {
        return file.isEmpty() ? null : call.system().look(call.path(file));
    }

    /** Whether there is something of that name that is not this file. */
    boolean isAnother(String other) {
        return !call.path(other).equals(name.isEmpty() ? "" : call.path(name)) && look(other) != null;
    }

    /** Whether somebody else changed it, made it or took it away since. */
    boolean wasChanged() {
        FileStatus now = look(name);
        if (now == null || status == null) {
            return now != status;
        }
        return !now.identity().equals(status.identity()) || now.size() != status.size() || now.modified() != status.modified();
    }

    /** Reads it, if it is there, into an empty text. */
    void read(TextBuffer text) throws IOException {
        status = look(name);
        if (status == null) {
            return;
        }
        if (!status.is(Kind.REGULAR)) {
            throw new IOException(name + ": " + (status.is(Kind.DIRECTORY) ? "is a directory" : "is no file"));
        }
        Channel channel = call.system().open(call.path(name), OpenMode.READ);
        try {
            read(channel, text);
        } finally {
            channel.close();
        }
    }

    private void read(Channel channel, TextBuffer text) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        boolean isFirst = true;
        hasReturns = true;
        for (int read = channel.read(piece, 0, PIECE); read > 0; read = channel.read(piece, 0, PIECE)) {
            int start = 0;
            for (int i = 0; i < read; i++) {
                if (piece[i] == '\n') {
                    line.write(piece, start, i - start);
                    start = i + 1;
                    isFirst = add(text, line, isFirst);
                    hasReturns &= text.line(text.lineCount() - 1).endsWith("\r");
                }
            }
            line.write(piece, start, read - start);
        }
        hasReturns &= !isFirst;
        if (hasReturns) {
            text.dropLastCharacters();
        }
        add(text, line, isFirst);
    }

    /** Adds a line, and empties where it was collected. @return false, as the next one is not the first */
    private static boolean add(TextBuffer text, ByteArrayOutputStream line, boolean isFirst) {
        String string = Utf8.decode(line.toByteArray());
        line.reset();
        if (isFirst) {
            text.replace(Position.START, Position.START, string);
        } else {
            text.append(string);
        }
        return false;
    }

    /** Writes a text, under a name that may be another one. If that fails, the file is as it was, and so is its name. */
    void write(TextBuffer text, String newName) throws IOException {
        call.replacement().replace(call.path(newName), file -> write(file, text));
        name = newName;
        status = look(name);
    }

    private void write(Channel file, TextBuffer text) throws IOException {
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        for (int line = 0; line < text.lineCount(); line++) {
            byte[] bytes = Utf8.encode(text.line(line) + (line + 1 == text.lineCount() ? "" : hasReturns ? "\r\n" : "\n"));
            waiting.write(bytes, 0, bytes.length);
            if (waiting.size() >= PIECE || line + 1 == text.lineCount()) {
                file.write(waiting.toByteArray(), 0, waiting.size());
                waiting.reset();
            }
        }
    }
}
