package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The user's terminal, switched to hand every key over at once and unchanged; the state before is restored however the launcher
 * ends, short of SIGKILL.
 */
final class Terminal implements AutoCloseable {

    /** Ctrl-], as in telnet: the key that leaves. It never reaches the guest. */
    static final int LEAVE = 0x1d;

    private final String before;
    private final Thread restorer;

    private Terminal(String before) {
        this.before = before;
        restorer = new Thread(this::restore, "terminal restorer");
    }

    /** Whether standard input is a terminal. The shell script knows; Java cannot ask. */
    static boolean isPresent() {
        return Boolean.getBoolean("peaberry.terminal");
    }

    /** Output processing stays as it was, so that a bare line feed still starts a line. */
    static Terminal raw() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(stty(List.of("-g")));
        Runtime.getRuntime().addShutdownHook(terminal.restorer);
        stty(List.of("-icanon", "-echo", "-isig", "-ixon", "-iexten", "-icrnl", "-inlcr", "-igncr", "min", "1", "time", "0"));
        return terminal;
    }

    /**
     * What the terminal types before its user does: how large it is, in the form in which it would tell where its cursor is (ECMA-48, CPR). So the guest knows that it is there. Nothing if it is not known.
     */
    byte[] report() throws IOException, InterruptedException {
        String[] size = stty(List.of("size")).split(" ");
        boolean isKnown = size.length == 2 && !size[0].equals("0") && !size[1].equals("0");
        return (isKnown ? "\033[" + size[0] + ";" + size[1] + "R" : "").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(restorer);
    }

    private void restore() {
        try {
            stty(List.of(before));
        } catch (IOException | InterruptedException e) {
            System.err.println("peaberry: the terminal could not be restored; type: stty sane");
        }
    }

    /** What stty said. It works on its standard input, which is ours. */
    private static String stty(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(arguments);
        Process stty = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (stty.waitFor() != 0) {
            throw new IOException("stty failed on the terminal");
        }
        return said;
    }
}
