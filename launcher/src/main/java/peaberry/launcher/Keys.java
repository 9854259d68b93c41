package peaberry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Carries standard input to the guest, in a thread of its own.
 *
 * <p>From a terminal, {@link Terminal#LEAVE} is taken out and acted on. From a pipe or a file, the end is told to the guest as
 * Ctrl-D, which is how a session ends there.
 */
final class Keys implements Runnable {

    private static final int END_OF_INPUT = 0x04;

    private final InputStream from;
    private final OutputStream guest;
    private final Runnable leave;

    private Keys(InputStream from, OutputStream guest, Runnable leave) {
        this.from = from;
        this.guest = guest;
        this.leave = leave;
    }

    /**
     * Starts to carry.
     *
     * @param guest the other end; it is flushed after each piece and never closed
     * @param leave what the leaving key does; null if the input is no terminal
     */
    static void carry(InputStream from, OutputStream guest, Runnable leave) {
        Thread thread = new Thread(new Keys(from, guest, leave), "keys");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        byte[] piece = new byte[4096];
        try {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                int leaving = leave == null ? -1 : indexOf(Terminal.LEAVE, piece, count);
                guest.write(piece, 0, leaving < 0 ? count : leaving);
                guest.flush();
                if (leaving >= 0) {
                    leave.run();
                    return;
                }
            }
            guest.write(END_OF_INPUT);
            guest.flush();
        } catch (IOException e) {
            // The guest is gone: nobody is there to type to, and whoever waits for it ends the run.
            return;
        }
    }

    private static int indexOf(int wanted, byte[] piece, int count) {
        for (int i = 0; i < count; i++) {
            if (piece[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
