package peaberry.sh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import peaberry.sh.system.Utf8;

/** What came of a script. */
record Outcome(int status, String output, String errors) {

    private static final Path DASH = Path.of("/bin/dash");
    private static final long STACK = 64 << 20;
    private static final long LONGEST_MILLISECONDS = 20_000;

    private static List<String> environment(Path directory) {
        return List.of("PATH=/usr/bin:/bin", "HOME=" + directory, "LC_ALL=C", "PWD=" + directory);
    }

    /** Of dash, the shell that is known to be right. */
    static Outcome ofDash(Path directory, String... arguments) throws IOException {
        if (!Files.isExecutable(DASH)) {
            throw new IllegalStateException("the tests compare with dash, which is not at " + DASH + ": install the package dash");
        }
        return collect(channels -> {
            List<String> all = new ArrayList<>(List.of("dash"));
            all.addAll(List.of(arguments));
            Map<Integer, Integer> descriptors = Map.of(0, channels[0].descriptor(), 1, channels[1].descriptor(), 2, channels[2].descriptor());
            return Libc.status(Libc.spawn(DASH.toString(), all, environment(directory), directory.toString(), descriptors), true);
        });
    }

    /** Of ours. */
    static Outcome ofPeaberry(Path directory, String... arguments) throws IOException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        return collect(channels -> {
            int[] status = new int[1];
            Thread thread = new Thread(null, () -> {
                Invocation invocation = new Invocation(new PosixSystem(), "dash", directory.toString(), environment(directory),
                        Map.of(0, channels[0].duplicate(), 1, channels[1].duplicate(), 2, channels[2].duplicate()));
                status[0] = invocation.run(List.of(arguments));
            }, "shell", STACK);
            thread.setUncaughtExceptionHandler((dead, cause) -> failure.set(cause));
            thread.setDaemon(true);
            thread.start();
            thread.join(LONGEST_MILLISECONDS);
            if (thread.isAlive()) {
                IllegalStateException hangs = new IllegalStateException("the script does not end");
                hangs.setStackTrace(thread.getStackTrace());
                throw hangs;
            }
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get());
            }
            return status[0];
        });
    }

    /** Runs something with standard input, output and errors, and answers its status. */
    private interface Run {

        int with(PosixChannel[] channels) throws IOException, InterruptedException;
    }

    private static Outcome collect(Run run) throws IOException {
        PosixChannel[] channels = {new PosixChannel(Libc.open("/dev/null", Libc.READ_ONLY)), PosixChannel.inMemory(), PosixChannel.inMemory()};
        try {
            int status = run.with(channels);
            return new Outcome(status, Utf8.decode(channels[1].content()), Utf8.decode(channels[2].content()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            for (PosixChannel channel : channels) {
                channel.close();
            }
        }
    }
}
