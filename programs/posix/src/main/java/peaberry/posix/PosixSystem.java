package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.fullscreen.Replacement;
import peaberry.posix.Processes.Call;
import peaberry.posix.Tree.Handle;
import peaberry.posix.Tree.Place;
import peaberry.process.Refusals;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Grants;
import peaberry.runtime.Time;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Group;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/** What Peaberry does for a shell. Programs that came with the system are in {@code /bin}, which is no directory that anything else can be in. */
final class PosixSystem implements OperatingSystem {

    /** The first argument of a shell that goes on from another one's state. */
    static final String SUBSHELL = "--subshell";

    private static final String DIRECTORY = "PWD=";
    private static final String NULL = "/dev/null";
    private static final String TTY = "/dev/tty";
    private static final long NANOSECONDS = 1_000_000_000;
    private static final long MILLISECONDS = 1000;
    /** Of who cannot ask for its own: one that no program has. */
    private static final int FIRST_NUMBER = 100_000;
    private static final int NUMBERS = 0x7FFF;

    private final SpawnerClient spawner = new SpawnerClient(Processes.SPAWNER);
    private final Tree tree = new Tree();
    private final FileChanges changes = new TreeChanges(tree);
    private final Terminal terminal = new Terminal(spawner);
    private final Processes processes = new Processes(spawner, tree, terminal);
    private final Pipes pipes = processes.pipes();
    /** Its own, once somebody wanted to know. */
    private int number;

    Terminal terminal() {
        return terminal;
    }

    Replacement replacement() {
        return new FileReplacement(tree);
    }

    @Override
    public FileStatus look(String path) {
        return look(path, true);
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return look(path, false);
    }

    private FileStatus look(String path, boolean follow) {
        if (path.equals(NULL)) {
            return new FileStatus(Kind.CHARACTER_DEVICE, NULL, 0, 0, true, true, false);
        }
        if (path.equals(TTY)) {
            return processes.tty().exists() ? new FileStatus(Kind.CHARACTER_DEVICE, TTY, 0, 0, true, true, false) : null;
        }
        if (path.equals(BuiltIns.DIRECTORY)) {
            return new FileStatus(Kind.DIRECTORY, path, 0, 0, true, false, true);
        }
        if (BuiltIns.isBelow(path)) {
            return isBuiltIn(BuiltIns.name(path)) ? new FileStatus(Kind.REGULAR, path, 0, 0, false, false, true) : null;
        }
        try {
            Place place = tree.find(path);
            FileSystemClient files = place.files();
            return files.look(FileSystem.ROOT, place.rest(), follow) == FileSystem.Outcome.DONE ? status(place.tree(), files) : null;
        } catch (IOException nothing) {
            return null;
        }
    }

    private boolean isBuiltIn(String name) {
        if (BuiltIns.isEverywhere(name)) {
            return true;
        }
        if (Grants.find(Processes.SPAWNER).isNone()) {
            Refusals.tell(Refusals.PROGRAMS, "");
        }
        return processes.isBuiltIn(name);
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
        int allowed = files.lookAllowed();
        Kind kind = switch (files.lookType()) {
            case FILE -> Kind.REGULAR;
            case DIRECTORY -> Kind.DIRECTORY;
            case LINK -> Kind.LINK;
            case CHARACTER_DEVICE -> Kind.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> Kind.BLOCK_DEVICE;
            case PIPE -> Kind.PIPE;
            case SOCKET -> Kind.SOCKET;
        };
        FileStatus.Details details = new FileStatus.Details(files.lookPermissions(), files.lookOwner(), files.lookGroup(), files.lookLinks(), files.lookUsed(),
                files.lookAccessed() * NANOSECONDS + files.lookAccessedNanoseconds(), files.lookChanged() * NANOSECONDS + files.lookChangedNanoseconds());
        return new FileStatus(kind, tree + ":" + files.lookNumber(), files.lookSize(), files.lookModified() * NANOSECONDS + files.lookModifiedNanoseconds(),
                (allowed & FileSystem.MAY_READ) != 0, (allowed & FileSystem.MAY_WRITE) != 0, (allowed & FileSystem.MAY_SEARCH) != 0, details);
    }

    @Override
    public List<String> list(String directory) {
        try {
            return entries(directory);
        } catch (IOException nothing) {
            return List.of();
        }
    }

    /** What is mounted there is there, even where the directory itself is not. */
    @Override
    public List<String> entries(String directory) throws IOException {
        if (directory.equals(BuiltIns.DIRECTORY)) {
            return BuiltIns.names();
        }
        List<String> names = new ArrayList<>();
        Place place = tree.find(directory);
        tree.mountedBelow().forEach(names::add);
        Handle handle = tree.open(place);
        if (handle == null) {
            return names;
        }
        FileSystem.Outcome outcome = place.files().list(handle.number(), 0);
        while (outcome == FileSystem.Outcome.DONE) {
            String name = Tree.string(place.files().listName());
            if (!names.contains(name)) {
                names.add(name);
            }
            outcome = place.files().list(handle.number(), place.files().listNext());
        }
        tree.close(handle);
        if (outcome != FileSystem.Outcome.NOT_FOUND) {
            throw Tree.failure(outcome);
        }
        return names;
    }

    @Override
    public String realPath(String path) throws IOException {
        String real = Paths.plain(path);
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
        if (path.equals(TTY)) {
            if (!processes.tty().exists()) {
                throw new IOException("there is no terminal");
            }
            return processes.tty();
        }
        Place place = tree.find(path, mode == OpenMode.READ ? Refusals.READ : Refusals.WRITE);
        Handle handle = tree.open(place);
        if (handle != null && mode == OpenMode.WRITE_NEW) {
            tree.close(handle);
            throw Tree.failure(FileSystem.Outcome.EXISTS);
        }
        if (handle == null) {
            if (mode == OpenMode.READ) {
                throw Tree.failure(FileSystem.Outcome.NOT_FOUND);
            }
            handle = tree.create(place, path);
        } else if (mode == OpenMode.WRITE && !status(place).is(Kind.DIRECTORY)) {
            FileSystem.Outcome outcome = place.files().resize(handle.number(), 0);
            if (outcome != FileSystem.Outcome.DONE) {
                tree.close(handle);
                throw Tree.refused(path, outcome);
            }
        }
        if (status(place).is(Kind.DIRECTORY)) {
            tree.close(handle);
            throw Tree.failure(FileSystem.Outcome.IS_A_DIRECTORY);
        }
        return new OpenFile(tree, handle, mode, path);
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

    /** A program that came with the system gets what {@link Needs} says, one from a file its channels alone. */
    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) throws IOException {
        requireSpawner();
        Call call = new Call(arguments, in(directory, environment), channels);
        if (BuiltIns.isBelow(path)) {
            return startBuiltIn(BuiltIns.name(path), Needs.of(BuiltIns.name(path)), call, null);
        }
        return start(path, call, Allowance.of(List.of(), directory, tree), Commands.text(arguments), List.of());
    }

    private StartedChild startBuiltIn(String name, List<Need> needs, Call call, Consumer<List<String>> onRefusals) throws IOException {
        Allowance allowance = Allowance.available(needs, tree);
        try {
            return processes.startBuiltIn(BuiltIns.image(name), named(name, call), allowance, onRefusals);
        } finally {
            allowance.close();
        }
    }

    /** The small tools are one program, which is the one that it is called. */
    private static Call named(String name, Call call) {
        return new Call(BuiltIns.arguments(name, call.arguments()), call.environment(), call.channels());
    }

    /**
     * Starts a program with what is allowed and nothing else, and takes note of what it is refused.
     *
     * @param command for people
     * @param allowed of what the program may ask for in its manifest
     */
    StartedChild start(String path, Call call, Allowance allowance, String command, List<Need> allowed) throws IOException {
        requireSpawner();
        Consumer<List<String>> onRefusals = needs -> note(path, command, call.environment(), allowed, needs);
        if (BuiltIns.isBelow(path)) {
            String name = BuiltIns.name(path);
            return processes.startBuiltIn(BuiltIns.image(name), named(name, call), allowance, onRefusals);
        }
        FileStatus status = look(path);
        if (status == null) {
            throw Tree.failure(FileSystem.Outcome.NOT_FOUND);
        }
        Channel file = open(path, OpenMode.READ);
        try {
            return processes.startFile(file, status.size(), path, call, allowance, onRefusals);
        } finally {
            file.close();
        }
    }

    private void requireSpawner() throws IOException {
        if (Grants.find(Processes.SPAWNER).isNone()) {
            Refusals.tell(Refusals.PROGRAMS, "");
            throw new IOException("not permitted: it may not start programs");
        }
    }

    /** Takes note of what a program was refused, and of what it asks for and did not get. */
    private void note(String path, String command, List<String> environment, List<Need> allowed, List<String> refused) {
        List<String> needs = new ArrayList<>(refused);
        try {
            Manifest.read(this, path).stream().filter(asked -> !allowed.contains(asked)).map(Need::toString).filter(asked -> !needs.contains(asked)).forEach(needs::add);
        } catch (IOException unreadable) {
            // What it asks for is not to be known; run --allow-asked says why.
        }
        if (!needs.isEmpty()) {
            new RefusalRecord(this, environment).add(new RefusalRecord.Refused(command, needs));
        }
    }

    Tree tree() {
        return tree;
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) throws IOException {
        requireSpawner();
        Call call = new Call(List.of(BuiltIns.SHELL, SUBSHELL, state, command), in(directory, List.of()), channels);
        return startBuiltIn(BuiltIns.SHELL, Needs.of(Needs.SUBSHELL), call, null);
    }

    /** Who has no terminal controls no jobs: what it starts belongs to the job that it is in itself. */
    @Override
    public Group group() {
        return terminal.exists() ? new JobGroup(processes, terminal) : Group.NONE;
    }

    @Override
    public Child start(Group group, String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) throws IOException {
        processes.startIn(group instanceof JobGroup own ? own : null);
        try {
            return start(path, arguments, environment, directory, channels);
        } finally {
            processes.startIn(null);
        }
    }

    @Override
    public Child startSubshell(Group group, String state, String command, String directory, Map<Integer, Channel> channels) throws IOException {
        processes.startIn(group instanceof JobGroup own ? own : null);
        try {
            return startSubshell(state, command, directory, channels);
        } finally {
            processes.startIn(null);
        }
    }

    @Override
    public boolean takeInterrupt() {
        return terminal.takeInterrupt();
    }

    /** The environment of a program that is to be in a directory. */
    static List<String> in(String directory, List<String> environment) {
        List<String> rows = new ArrayList<>(environment);
        rows.removeIf(row -> row.startsWith(DIRECTORY));
        rows.add(DIRECTORY + directory);
        return rows;
    }

    @Override
    public int processNumber() {
        if (number == 0) {
            boolean isKnown = !Grants.find(Processes.SPAWNER).isNone() && spawner.ownNumber() == Spawner.Outcome.DONE;
            number = isKnown ? spawner.ownNumberResult() : FIRST_NUMBER + (int) (Time.ticks() & NUMBERS);
        }
        return number;
    }

    /** As {@link ProgramSignals} has them. One that stops a program of its own stops all of that one's group, and CONT has that go on. */
    @Override
    public void signal(int process, int signal) throws IOException {
        StartedChild child = processes.find(process);
        if (child == null) {
            new ProgramSignals(spawner).send(process, signal);
            return;
        }
        switch (ProgramSignals.of(signal)) {
            case ASK -> { }
            case END -> child.end(signal);
            case STOP -> terminal.stop(child.group());
            case CONTINUE -> {
                terminal.resume(child.group());
                processes.noteResumed(child.group());
            }
        }
    }

    /** Nobody counts that yet. */
    @Override
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(0, 0, 0, 0);
    }
}
