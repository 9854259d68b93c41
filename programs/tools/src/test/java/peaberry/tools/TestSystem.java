package peaberry.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import peaberry.sh.Invocation;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/** The host's files, with this module's tools as the only programs, in {@code /bin}. A child is a thread. */
class TestSystem implements OperatingSystem {

    private static final String BIN = "/bin/";
    private static final String SHA256SUM = "sha256sum";
    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private final HostFiles files;

    TestSystem() {
        this(new HostFiles());
    }

    TestSystem(HostFiles files) {
        this.files = files;
    }

    @Override
    public FileStatus look(String path) {
        if (path.startsWith(BIN)) {
            return Names.isTool(path.substring(BIN.length())) || path.equals(BIN + SHA256SUM) ? new FileStatus(Kind.REGULAR, path, 0, 0, false, false, true) : null;
        }
        return files.status(path, true);
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return path.startsWith(BIN) ? look(path) : files.status(path, false);
    }

    @Override
    public List<String> list(String directory) {
        try {
            return entries(directory);
        } catch (IOException nothing) {
            return List.of();
        }
    }

    @Override
    public List<String> entries(String directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        return names;
    }

    @Override
    public String realPath(String path) throws IOException {
        return Path.of(path).toRealPath().toString();
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        Set<OpenOption> options = switch (mode) {
            case READ -> Set.of(StandardOpenOption.READ);
            case WRITE -> Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            case WRITE_NEW -> Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            case APPEND -> Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            case READ_WRITE -> Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        };
        if (path.endsWith("/") && look(path) == null) {
            throw new IOException("not a directory"); // Java loses slashes at the end
        }
        try {
            return new TestChannel(new TestChannel.File(FileChannel.open(Path.of(path), options)));
        } catch (NoSuchFileException e) {
            throw new IOException("no such file or directory", e);
        }
    }

    @Override
    public FileChanges changes() {
        return files;
    }

    @Override
    public long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    @Override
    public void pause(long nanoseconds) {
        LockSupport.parkNanos(nanoseconds);
    }

    @Override
    public Pipe pipe() {
        TestChannel.Pipe pipe = new TestChannel.Pipe();
        return new Pipe(new TestChannel(pipe.end(TestChannel.PipeEnd.READING)), new TestChannel(pipe.end(TestChannel.PipeEnd.WRITING)));
    }

    @Override
    public Channel document(byte[] content) {
        return new TestChannel(new TestChannel.Memory(content));
    }

    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) throws IOException {
        if (!path.startsWith(BIN)) {
            throw new IOException("not a tool");
        }
        Map<Integer, Channel> own = duplicates(channels);
        return new Running(() -> {
            try {
                return path.equals(BIN + SHA256SUM) ? Tools.sha256sum(this, new PlatformDigest(), arguments.subList(1, arguments.size()), environment, directory, own.get(0), own.get(1), own.get(2))
                        : Tools.run(this, path.substring(BIN.length()), arguments.subList(1, arguments.size()), environment, directory, own.get(0), own.get(1), own.get(2));
            } finally {
                own.values().forEach(Channel::close);
            }
        });
    }

    private static Map<Integer, Channel> duplicates(Map<Integer, Channel> channels) {
        Map<Integer, Channel> own = new TreeMap<>();
        channels.forEach((number, channel) -> own.put(number, ((TestChannel) channel).duplicate()));
        return own;
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) {
        Map<Integer, Channel> own = duplicates(channels);
        return new Running(() -> Invocation.runSubshell(this, state, command, directory, own));
    }

    @Override
    public int processNumber() {
        return LAST.get();
    }

    @Override
    public void signal(int process, int signal) throws IOException {
        throw new UncheckedIOException(new IOException("there are no signals"));
    }

    @Override
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(0, 0, 0, 0);
    }

    /** A thread in a process's place. */
    private static final class Running implements Child {

        private final int number = LAST.incrementAndGet();
        private final Thread thread;
        private volatile int status = 255;

        Running(IntSupplier what) {
            thread = new Thread(() -> status = what.getAsInt(), "child");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int await() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return status;
        }

        @Override
        public boolean hasEnded() {
            return !thread.isAlive();
        }
    }
}
