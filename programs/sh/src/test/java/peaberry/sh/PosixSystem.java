package peaberry.sh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/** The system that the tests run on. A subshell is a thread with a shell that knows nothing of the other but what it is told. */
final class PosixSystem implements OperatingSystem {

    /** No process of Linux has such a number, so that nobody else is hit by a signal. */
    private static final int PROCESS = 5_000_000;
    private static final long STACK = 64 << 20;

    private static final AtomicInteger LAST = new AtomicInteger(PROCESS);

    private final int number = LAST.incrementAndGet();

    @Override
    public FileStatus look(String path) {
        return status(Path.of(path));
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return status(Path.of(path), LinkOption.NOFOLLOW_LINKS);
    }

    private static FileStatus status(Path path, LinkOption... options) {
        try {
            Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,ino,dev,size,lastModifiedTime", options);
            int mode = (int) attributes.get("mode");
            String identity = attributes.get("dev") + ":" + attributes.get("ino");
            long modified = ((FileTime) attributes.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS);
            return new FileStatus(kind(mode), identity, (long) attributes.get("size"), modified, Files.isReadable(path), Files.isWritable(path),
                    Files.isExecutable(path));
        } catch (IOException e) {
            return null;
        }
    }

    private static FileStatus.Kind kind(int mode) {
        return switch (mode & 0170000) {
            case 0040000 -> FileStatus.Kind.DIRECTORY;
            case 0120000 -> FileStatus.Kind.LINK;
            case 0010000 -> FileStatus.Kind.PIPE;
            case 0140000 -> FileStatus.Kind.SOCKET;
            case 0020000 -> FileStatus.Kind.CHARACTER_DEVICE;
            case 0060000 -> FileStatus.Kind.BLOCK_DEVICE;
            default -> FileStatus.Kind.REGULAR;
        };
    }

    @Override
    public List<String> list(String directory) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }

    @Override
    public String realPath(String path) throws IOException {
        return Path.of(path).toRealPath().toString();
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        return new PosixChannel(Libc.open(path, switch (mode) {
            case READ -> Libc.READ_ONLY;
            case WRITE -> Libc.WRITE_ONLY | Libc.CREATE | Libc.TRUNCATE;
            case WRITE_NEW -> Libc.WRITE_ONLY | Libc.CREATE | Libc.EXCLUSIVE;
            case APPEND -> Libc.WRITE_ONLY | Libc.CREATE | Libc.APPEND;
            case READ_WRITE -> Libc.READ_WRITE | Libc.CREATE;
        }));
    }

    /** A shell changes files only through programs. */
    @Override
    public FileChanges changes() {
        throw new UnsupportedOperationException("the shell itself changes files");
    }

    @Override
    public long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    @Override
    public void pause(long nanoseconds) {
        throw new UnsupportedOperationException("the shell itself waits for time to pass");
    }

    @Override
    public Pipe pipe() throws IOException {
        int[] ends = Libc.pipe();
        return new Pipe(new PosixChannel(ends[0]), new PosixChannel(ends[1]));
    }

    @Override
    public Channel document(byte[] content) throws IOException {
        PosixChannel file = PosixChannel.inMemory();
        file.write(content, 0, content.length);
        Libc.rewind(file.descriptor());
        return file;
    }

    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels)
            throws IOException {
        Map<Integer, Integer> descriptors = new TreeMap<>();
        channels.forEach((number, channel) -> descriptors.put(number, ((PosixChannel) channel).descriptor()));
        return new Process(Libc.spawn(path, arguments, environment, directory, descriptors));
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) {
        Map<Integer, Channel> own = new TreeMap<>(); // closing them is each shell's own affair
        for (Map.Entry<Integer, Channel> channel : channels.entrySet()) {
            own.put(channel.getKey(), ((PosixChannel) channel.getValue()).duplicate());
        }
        PosixSystem system = new PosixSystem();
        Subshell subshell = new Subshell(system.number);
        subshell.thread = new Thread(null, () -> subshell.status = Invocation.runSubshell(system, state, command, directory, own), "subshell", STACK);
        subshell.thread.setDaemon(true);
        subshell.thread.start();
        return subshell;
    }

    @Override
    public int processNumber() {
        return number;
    }

    @Override
    public void signal(int process, int signal) throws IOException {
        if (process < PROCESS) {
            Libc.kill(process, signal);
        } else if (process > LAST.get()) {
            throw new IOException("no such process");
        }
    }

    @Override
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(61_005, 20, 300, 4000);
    }

    /** A process of Linux. */
    private static final class Process implements Child {

        private final int number;
        private int status = -1;

        Process(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int await() {
            look(true);
            return status;
        }

        @Override
        public boolean hasEnded() {
            look(false);
            return status >= 0;
        }

        private void look(boolean waits) {
            try {
                status = status >= 0 ? status : Libc.status(number, waits);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A thread in a process's place. */
    private static final class Subshell implements Child {

        private final int number;
        private Thread thread;
        /** That of a thread that died. */
        private volatile int status = 255;

        Subshell(int number) {
            this.number = number;
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
