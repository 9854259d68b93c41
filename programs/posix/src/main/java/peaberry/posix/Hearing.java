package peaberry.posix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.process.Refusals;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.Utf8;

/** Hears what a process tells of what it was refused: by a pipe that has room for all of it, so that it is read when the process has ended. */
final class Hearing {

    private static final int MOST_BYTES = Refusals.MOST * Refusals.MAX_LINE;

    private final Pipe pipe;

    private Hearing(Pipe pipe) {
        this.pipe = pipe;
    }

    /** Of a process that was begun; null if there is no pipe left for that. */
    static Hearing of(Pipes pipes, SpawnerClient spawner, int process) {
        try {
            Pipe pipe = pipes.make();
            PipeChannel writing = (PipeChannel) pipe.writing();
            Outcome outcome = spawner.grantPipe(process, Tree.text(Refusals.NAME), writing.number(), PipeEnd.WRITE);
            writing.close();
            if (outcome == Outcome.DONE) {
                return new Hearing(pipe);
            }
            pipe.reading().close();
        } catch (IOException none) {
            // The process is started without.
        }
        return null;
    }

    /** The needs that the process told of, each once. It has ended. */
    List<String> end() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        byte[] piece = new byte[MOST_BYTES];
        try {
            for (int read = pipe.reading().read(piece, 0, piece.length); read > 0 && told.size() < MOST_BYTES; read = pipe.reading().read(piece, 0, piece.length)) {
                told.write(piece, 0, read);
            }
        } catch (IOException failure) {
            // What was heard before that counts.
        }
        close();
        List<String> needs = new ArrayList<>();
        for (String line : Utf8.decode(told.toByteArray()).split("\n")) {
            if (!needs.contains(line) && isNeed(line)) {
                needs.add(line);
            }
        }
        return needs;
    }

    /** A program can tell anything. */
    private static boolean isNeed(String line) {
        try {
            Need.parse(line);
            return line.chars().noneMatch(c -> c < ' ' || c >= 0x7F && c < 0xA0);
        } catch (IOException none) {
            return false;
        }
    }

    void close() {
        pipe.reading().close();
    }
}
