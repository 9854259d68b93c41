package peaberry.posix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.NotAProgramException;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.Utf8;
import peaberry.stream.StandardStream;
import peaberry.stream.TerminalControl;

/** Starts programs, and gives each what it is to have. */
final class Processes {

    /** The name under which it is let do so, which it hands on to other shells. */
    static final String SPAWNER = "spawner";
    private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
    private static final String[] SERVICES = {"clock", "entropy"};
    /** log2 of the bytes that a program's heap is made from, and a shell's. */
    private static final int OBJECT_BITS = 21;
    private static final int SHELL_OBJECT_BITS = 22;
    private static final int IMAGE = 0;
    private static final int FILE_IMAGE = 1;

    private final SpawnerClient spawner;
    private final Tree tree;
    private final Terminal terminal;
    private final Gifts gifts = new Gifts();
    /** As many as can be given a stream of the terminal. */
    private final StartedChild[] children = new StartedChild[TerminalControl.GIFTS - 1];
    private final Capability place = Capability.at(OwnPages.takeSlots(1));

    Processes(SpawnerClient spawner, Tree tree, Terminal terminal) {
        this.spawner = spawner;
        this.tree = tree;
        this.terminal = terminal;
    }

    static void empty(Capability place) {
        CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot()).delete(place.slot());
    }

    /** Whether a program of that name came with the system. */
    boolean isBuiltIn(String name) {
        return name.length() <= Spawner.MAX_NAME && spawner.find(IMAGE, Tree.text(name)) == Outcome.DONE;
    }

    /** Starts a program that came with the system, which has all files that this process has. @param starts whether it may start programs, too */
    Child startBuiltIn(String name, List<String> arguments, List<String> environment, Map<Integer, Channel> channels, boolean starts) throws IOException {
        if (!isBuiltIn(name)) {
            throw new IOException("there is no such program");
        }
        int process = begin(IMAGE, starts ? SHELL_OBJECT_BITS : OBJECT_BITS, arguments, environment);
        try {
            giveStreams(process, channels);
            giveFiles(process);
            for (String service : SERVICES) {
                if (!Grants.find(service).isNone()) {
                    check(spawner.grant(process, Tree.text(service), Grants.find(service)));
                }
            }
            if (starts) {
                check(spawner.grantSpawning(process, Tree.text(SPAWNER), Long.MAX_VALUE, Spawner.PROCESSES / 2));
            }
            return start(process);
        } catch (IOException failure) {
            forget(process);
            throw failure;
        }
    }

    /** Starts a program from a file: it has its streams, and nothing else. */
    Child startFile(Channel file, long size, String path, List<String> arguments, List<String> environment, Map<Integer, Channel> channels) throws IOException {
        try {
            load(file, size, path);
            int process = begin(FILE_IMAGE, OBJECT_BITS, arguments, environment);
            try {
                giveStreams(process, channels);
                return start(process);
            } catch (IOException failure) {
                forget(process);
                throw failure;
            }
        } finally {
            spawner.drop(FILE_IMAGE);
        }
    }

    private void load(Channel file, long size, String path) throws IOException {
        if (size == 0 || size > Spawner.MAX_IMAGE) {
            throw new NotAProgramException(path);
        }
        check(spawner.load(FILE_IMAGE, (int) size));
        byte[] piece = new byte[OwnBuffer.BYTES];
        int position = 0;
        for (int read = file.read(piece, 0, piece.length); read > 0; read = file.read(piece, 0, piece.length)) {
            OwnBuffer.put(piece, 0, read);
            Outcome outcome = spawner.fill(FILE_IMAGE, position, read, OwnBuffer.lend(read, Rights.READ), 0);
            OwnBuffer.takeBack();
            check(outcome);
            position += read;
        }
        if (spawner.check(FILE_IMAGE) != Outcome.DONE || spawner.checkResult() != peaberry.abi.ProgramImage.Problem.NONE) {
            throw new NotAProgramException(path);
        }
    }

    private int begin(int image, int objectBits, List<String> arguments, List<String> environment) throws IOException {
        for (StartedChild child : children) {
            if (child != null) {
                child.hasEnded(); // what it was given is free then
            }
        }
        int process = 0;
        while (process < children.length && children[process] != null && !children[process].isForgotten()) {
            process++;
        }
        if (process == children.length) {
            throw new IOException("there are too many processes");
        }
        byte[] given = texts(arguments);
        byte[] named = texts(environment);
        if (given.length + named.length > OwnBuffer.BYTES) {
            throw new IOException("the arguments and the environment are too long");
        }
        byte[] both = new byte[given.length + named.length];
        System.arraycopy(given, 0, both, 0, given.length);
        System.arraycopy(named, 0, both, given.length, named.length);
        OwnBuffer.put(both, 0, both.length);
        Outcome outcome = spawner.begin(process, image, process, objectBits, given.length, named.length, OwnBuffer.lend(Math.max(1, both.length), Rights.READ), 0);
        OwnBuffer.takeBack();
        check(outcome);
        return process;
    }

    private static byte[] texts(List<String> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String row : rows) {
            byte[] encoded = Utf8.encode(row);
            bytes.write(encoded, 0, encoded.length);
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    private void giveStreams(int process, Map<Integer, Channel> channels) throws IOException {
        terminal.begin();
        for (Map.Entry<Integer, Channel> entry : channels.entrySet()) {
            String name = entry.getKey() < STREAMS.length ? STREAMS[entry.getKey()] : "fd" + entry.getKey();
            switch (entry.getValue()) {
                case PipeChannel pipe -> check(spawner.grantPipe(process, Tree.text(name), pipe.number(), pipe.end()));
                case OpenFile file -> giveFile(process, name, file);
                case GivenStream given -> giveOn(process, name, given);
                case Document document -> giveDocument(process, name, document);
                case Nowhere nowhere -> { }
                default -> throw new IOException("a program cannot have that as a channel");
            }
        }
    }

    /** What was opened is given as it is; a program reads it from the start, and writes at its end. */
    private void giveFile(int process, String name, OpenFile file) throws IOException {
        gifts.give(process, file.handle(), file.isReadOnly(), place);
        Outcome outcome = spawner.grant(process, Tree.text(name + StandardStream.FILE), place);
        empty(place);
        check(outcome);
    }

    private void giveOn(int process, String name, GivenStream given) throws IOException {
        if (!given.stream().file().isNone()) {
            check(spawner.grant(process, Tree.text(name + StandardStream.FILE), given.stream().file()));
        } else if (!terminal.exists()) {
            check(spawner.grant(process, Tree.text(name), given.stream().stream()));
        } else {
            check(spawner.grant(process, Tree.text(name), terminal.give(process)));
        }
    }

    private void giveDocument(int process, String name, Document document) throws IOException {
        Pipe pipe = document.pipe();
        try {
            byte[] rest = document.takeRest();
            pipe.writing().write(rest, 0, rest.length);
            check(spawner.grantPipe(process, Tree.text(name), ((PipeChannel) pipe.reading()).number(), PipeEnd.READ));
        } finally {
            pipe.writing().close();
            pipe.reading().close();
        }
    }

    private void giveFiles(int process) throws IOException {
        for (int number = 0; number < tree.trees(); number++) {
            gifts.give(process, new Tree.Handle(number, tree.tree(number), FileSystem.ROOT), false, place);
            Outcome outcome = spawner.grant(process, tree.place(number), place);
            empty(place);
            check(outcome);
        }
    }

    private Child start(int process) throws IOException {
        check(spawner.start(process));
        children[process] = new StartedChild(spawner, terminal, process, () -> takeBack(process));
        return children[process];
    }

    private void takeBack(int process) {
        terminal.takeBack(process);
        gifts.takeBack(process);
    }

    private void forget(int process) {
        spawner.end(process);
        spawner.forget(process);
        takeBack(process);
    }

    /** Ends a child. */
    void end(int number) throws IOException {
        spawner.end(find(number).process());
    }

    /** A child that has not ended. */
    StartedChild find(int number) throws IOException {
        for (StartedChild child : children) {
            if (child != null && child.number() == number && !child.hasEnded()) {
                return child;
            }
        }
        throw new IOException("there is no such process");
    }

    /** While the process waits for bytes, the child that was started last is in front of the terminal: it may be the one that they come from. */
    void showLast() {
        StartedChild last = null;
        for (StartedChild child : children) {
            if (child != null && !child.isForgotten() && (last == null || child.number() > last.number())) {
                last = child;
            }
        }
        if (last != null) {
            terminal.show(last.process());
        }
    }

    /** It has what it waited for. */
    void showNone() {
        terminal.show();
    }

    private static void check(Outcome outcome) throws IOException {
        if (outcome != Outcome.DONE) {
            throw new IOException(switch (outcome) {
                case NO_ROOM -> "there is no room for it";
                case NOT_A_PROGRAM -> "it is no program";
                default -> "the process server says " + outcome;
            });
        }
    }
}
