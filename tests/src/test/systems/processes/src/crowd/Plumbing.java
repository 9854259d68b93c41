package crowd;

import peaberry.runtime.Program;
import peaberry.runtime.Text;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;

/** Programs that read and write. */
final class Plumbing {

    static final int BYTES = 100_000;
    static final int STATUS_BROKEN = 13;
    static final int STATUS_WRONG = 99;

    private static final int PATTERN = 251;
    private static final int ODD = 1_777;

    private static final ByteStreamClient IN = new ByteStreamClient("in");
    private static final ByteStreamClient OUT = new ByteStreamClient("out");

    private Plumbing() {
    }

    /** Does what it is called, if that is one of these. */
    static void run(Text name) {
        boolean endless = name.is("endless");
        if (name.is("source") || endless) {
            Buffer.make();
            source(endless);
        } else if (name.is("sink")) {
            Buffer.make();
            sink();
        } else if (name.is("copy")) {
            Buffer.make();
            copy();
        } else if (name.is("once")) {
            Buffer.make();
            Program.exit(IN.read(Buffer.BYTES, Buffer.window(), 0) == ByteStream.Outcome.DONE ? Buffer.memory().unsignedByte(0) : STATUS_WRONG);
        } else if (name.is("backwards")) {
            Buffer.make();
            Program.exit(IN.write(1, Buffer.window(), 0).ordinal() * 16 + OUT.read(1, Buffer.window(), 0).ordinal());
        }
    }

    private static void source(boolean endless) {
        int done = 0;
        while (endless || done < BYTES) {
            int here = Math.min(ODD, endless ? ODD : BYTES - done);
            for (int i = 0; i < here; i++) {
                Buffer.memory().setByte(i, (done + i) % PATTERN);
            }
            ByteStream.Outcome outcome = OUT.write(here, Buffer.window(), 0);
            if (outcome != ByteStream.Outcome.DONE) {
                Program.exit(outcome == ByteStream.Outcome.BROKEN ? STATUS_BROKEN : STATUS_WRONG);
            }
            done += here;
        }
        Program.exit(0);
    }

    /** Ends with the low bits of how many bytes came, if they were the right ones. */
    private static void sink() {
        int done = 0;
        ByteStream.Outcome outcome = IN.read(Buffer.BYTES, Buffer.window(), 0);
        while (outcome == ByteStream.Outcome.DONE) {
            for (int i = 0; i < IN.readResult(); i++) {
                if (Buffer.memory().unsignedByte(i) != (done + i) % PATTERN) {
                    Program.exit(STATUS_WRONG);
                }
            }
            done += IN.readResult();
            outcome = IN.read(Buffer.BYTES, Buffer.window(), 0);
        }
        Program.exit(outcome == ByteStream.Outcome.END ? done & 0x7F : STATUS_WRONG);
    }

    private static void copy() {
        while (IN.read(Buffer.BYTES, Buffer.window(), 0) == ByteStream.Outcome.DONE) {
            OUT.write(IN.readResult(), Buffer.window(), 0);
        }
        Program.exit(0);
    }
}
