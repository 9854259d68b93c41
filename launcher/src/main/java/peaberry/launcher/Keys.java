package peaberry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Carries standard input to the emulator, in a thread of its own. Its end is told as Ctrl-D, which ends a session; and again, since a program may have taken it that read to the end. */
final class Keys implements Runnable {

    private static final int END_OF_INPUT = 0x04;
    private static final long AGAIN_MILLISECONDS = 500;

    private final InputStream from;
    private final OutputStream guest;

    private Keys(InputStream from, OutputStream guest) {
        this.from = from;
        this.guest = guest;
    }

    /** Starts to carry. {@code guest} is flushed after each piece and never closed. */
    static void carry(InputStream from, OutputStream guest) {
        Thread thread = new Thread(new Keys(from, guest), "keys");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        byte[] piece = new byte[4096];
        try {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                guest.write(piece, 0, count);
                guest.flush();
            }
            while (true) {
                guest.write(END_OF_INPUT);
                guest.flush();
                Thread.sleep(AGAIN_MILLISECONDS);
            }
        } catch (IOException | InterruptedException e) {
            // The guest is gone: nobody is there to type to, and whoever waits for it ends the run.
            return;
        }
    }
}
