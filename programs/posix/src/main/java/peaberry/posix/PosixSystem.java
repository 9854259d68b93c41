package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.posix.Tree.Handle;
import peaberry.posix.Tree.Place;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Time;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;
import peaberry.tools.Names;

/** What Peaberry does for a shell. Programs that came with the system are in {@code /bin}, which is no directory that anything else can be in. */
final class PosixSystem implements OperatingSystem {

    static final String SHELL = "sh";
    /** The first argument of a shell that goes on from another one's state. */
    static final String SUBSHELL = "--subshell";

    /** The program that all small tools are. */
    private static final String TOOLS = "tools";
    /** The tools that start other programs. */
    private static final Set<String> STARTERS = Set.of("env", "find");
    private static final String DIRECTORY = "PWD=";
    private static final int LOOK = 0;
    private static final Set<Integer> ENDING = Set.of(1, 2, 3, 9, 13, 15);
    private static final String BIN = "/bin/";
    private static final String NULL = "/dev/null";
    private static final int OWNER_READS = 0400;
    private static final int OWNER_WRITES = 0200;
    private static final int OWNER_EXECUTES = 0100;
    private static final long NANOSECONDS = 1_000_000_000;
    private static final long MILLISECONDS = 1000;
    /** Of shells: children of one count from a hundred, and never get that far. */
    private static final int FIRST_NUMBER = 100_000;
    private static final int NUMBERS = 0x7FFF;

    private final SpawnerClient spawner = new SpawnerClient(Processes.SPAWNER);
    private final Tree tree = new Tree();
    private final FileChanges changes = new TreeChanges(tree);
    private final Terminal terminal = new Terminal(spawner);
    private final Processes processes = new Processes(spawner, tree, terminal);
    private final Pipes pipes = new Pipes(spawner, processes);
    private final int number = FIRST_NUMBER + (int) (Time.ticks() & NUMBERS);

    @Override
    public FileStatus look(String path) {
        return look(path, true);
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return look(path, false);
    }

    /** The program of a name in {@link #BIN}. */
    private static String image(String name) {
        return Names.isTool(name) ? TOOLS : name;
    }

    private FileStatus look(String path, boolean follow) {
        if (path.equals(NULL)) {
            return new FileStatus(Kind.CHARACTER_DEVICE, NULL, 0, 0, true, true, false);
        }
        if (path.startsWith(BIN)) {
            String name = path.substring(BIN.length());
            return processes.isBuiltIn(image(name)) ? new FileStatus(Kind.REGULAR, path, 0, 0, false, false, true) : null;
        }
        try {
            Place place = tree.find(path);
            FileSystemClient files = place.files();
            return files.look(FileSystem.ROOT, place.rest(), follow) == FileSystem.Outcome.DONE ? status(place.tree(), files) : null;
        } catch (IOException nothing) {
            return null;
        }
    }

    /** What is known of what is open at a place. */
    private static FileStatus status(Place place) throws IOException {
        FileSystem.Outcome outcome = place.files().look(FileSystem.ROOT, place.rest(), true);
        if (outcome != FileSystem.Outcome.DONE) {
            throw Tree.failure(outcome);
        }
        return status(place.tree(), place.files());
    }

    private static FileStatus status(int tree, FileSystemClient files) {
        int permissions = files.lookPermissions();
        Kind kind = switch (files.lookType()) {
            case FILE -> Kind.REGULAR;
            case DIRECTORY -> Kind.DIRECTORY;
            case LINK -> Kind.LINK;
            case CHARACTER_DEVICE -> Kind.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> Kind.BLOCK_DEVICE;
            case PIPE -> Kind.PIPE;
            case SOCKET -> Kind.SOCKET;
        };
        FileStatus.Details details = new FileStatus.Details(permissions, files.lookOwner(), files.lookGroup(), files.lookLinks(), files.lookUsed(),
                files.lookAccessed() * NANOSECONDS + files.lookAccessedNanoseconds(), files.lookChanged() * NANOSECONDS + files.lookChangedNanoseconds());
        return new FileStatus(kind, tree + ":" + files.lookNumber(), files.lookSize(), files.lookModified() * NANOSECONDS + files.lookModifiedNanoseconds(),
                (permissions & OWNER_READS) != 0, (permissions & OWNER_WRITES) != 0, (permissions & OWNER_EXECUTES) != 0, details);
    }

    @Override
    public List<String> list(String directory) {
        List<String> names = new ArrayList<>();
        try {
            Place place = tree.find(directory);
            tree.mountedBelow().forEach(names::add);
            Handle handle = tree.open(place);
            if (handle == null) {
                return names;
            }
            long position = 0;
            while (place.files().list(handle.number(), position) == FileSystem.Outcome.DONE) {
                String name = Tree.string(place.files().listName());
                if (!names.contains(name)) {
                    names.add(name);
                }
                position = place.files().listNext();
            }
            tree.close(handle);
        } catch (IOException nothing) {
            // There are no names then.
        }
        return names;
    }

    @Override
    public String realPath(String path) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (name.equals("..") && !names.isEmpty()) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        }
        String real = "/" + String.join("/", names);
        FileStatus status = look(real);
        if (status == null || !status.is(Kind.DIRECTORY)) {
            throw Tree.failure(status == null ? FileSystem.Outcome.NOT_FOUND : FileSystem.Outcome.NOT_A_DIRECTORY);
        }
        return real;
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        if (path.equals(NULL)) {
            return new Nowhere();
        }
        Place place = tree.find(path);
        Handle handle = tree.open(place);
        if (handle != null && mode == OpenMode.WRITE_NEW) {
            tree.close(handle);
            throw Tree.failure(FileSystem.Outcome.EXISTS);
        }
        if (handle == null) {
            if (mode == OpenMode.READ) {
                throw Tree.failure(FileSystem.Outcome.NOT_FOUND);
            }
            handle = tree.create(place);
        } else if (mode == OpenMode.WRITE && !status(place).is(Kind.DIRECTORY)) {
            FileSystem.Outcome outcome = place.files().resize(handle.number(), 0);
            if (outcome != FileSystem.Outcome.DONE) {
                tree.close(handle);
                throw Tree.failure(outcome);
            }
        }
        if (status(place).is(Kind.DIRECTORY)) {
            tree.close(handle);
            throw Tree.failure(FileSystem.Outcome.IS_A_DIRECTORY);
        }
        return new OpenFile(tree, handle, mode);
    }

    @Override
    public FileChanges changes() {
        return changes;
    }

    @Override
    public long now() {
        return System.currentTimeMillis() * (NANOSECONDS / MILLISECONDS);
    }

    @Override
    public void pause(long nanoseconds) {
        long milliseconds = nanoseconds / (NANOSECONDS / MILLISECONDS);
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // no other thread is there to interrupt this one
        }
    }

    @Override
    public Pipe pipe() throws IOException {
        return pipes.make();
    }

    @Override
    public Channel document(byte[] content) {
        return new Document(pipes, content);
    }

    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) throws IOException {
        if (path.startsWith(BIN)) {
            String name = path.substring(BIN.length());
            List<String> called = new ArrayList<>(arguments);
            called.set(0, Names.isTool(name) ? name : arguments.getFirst());
            return processes.startBuiltIn(image(name), called, in(directory, environment), channels, name.equals(SHELL) || STARTERS.contains(name));
        }
        FileStatus status = look(path);
        if (status == null) {
            throw Tree.failure(FileSystem.Outcome.NOT_FOUND);
        }
        Channel file = open(path, OpenMode.READ);
        try {
            return processes.startFile(file, status.size(), path, arguments, in(directory, environment), channels);
        } finally {
            file.close();
        }
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) throws IOException {
        return processes.startBuiltIn(SHELL, List.of(SHELL, SUBSHELL, state, command), in(directory, List.of()), channels, true);
    }

    /** The environment of a program that is to be in a directory. */
    private static List<String> in(String directory, List<String> environment) {
        List<String> rows = new ArrayList<>(environment);
        rows.removeIf(row -> row.startsWith(DIRECTORY));
        rows.add(DIRECTORY + directory);
        return rows;
    }

    @Override
    public int processNumber() {
        return number;
    }

    /** Whatever the signal is, HUP, INT, QUIT, KILL, PIPE or TERM, it ends the process. There are no others. */
    @Override
    public void signal(int process, int signal) throws IOException {
        if (signal == LOOK) {
            processes.find(process);
        } else if (ENDING.contains(signal)) {
            processes.end(process);
        } else {
            throw new IOException("there is no such signal here");
        }
    }

    /** Nobody counts that yet. */
    @Override
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(0, 0, 0, 0);
    }
}
