package peaberry.posix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.posix.Allowance.Part;
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
import peaberry.sh.system.NotAProgramException;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.Utf8;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;
import peaberry.stream.StandardStream;
import peaberry.stream.TerminalControl;

/** Starts programs, and gives each what it is to have. */
final class Processes {

    /** The name under which it is let do so, which it hands on to other shells. */
    static final String SPAWNER = "spawner";
    private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
    /** The terminal, whatever the other streams are. */
    private static final String TTY = "tty";
    private static final int IMAGE = 0;
    private static final int FILE_IMAGE = 1;

    private final SpawnerClient spawner;
    private final Tree tree;
    private final Terminal terminal;
    private final Pipes pipes;
    private final Gifts gifts = new Gifts();
    /** As many as can be given a stream of the terminal. */
    private final StartedChild[] children = new StartedChild[TerminalControl.GIFTS - 1];
    private final GivenStream tty = new GivenStream(TTY);
    private JobGroup group;
    private int lastGroup;
    /** The group of the process that was begun last. */
    private int begunIn;
    private final Capability place = Capability.at(OwnPages.takeSlots(1));

    Processes(SpawnerClient spawner, Tree tree, Terminal terminal) {
        this.spawner = spawner;
        this.tree = tree;
        this.terminal = terminal;
        pipes = new Pipes(spawner);
    }

    Pipes pipes() {
        return pipes;
    }

    /** The terminal that the process itself has, which may not be there. */
    GivenStream tty() {
        return tty;
    }

    static void empty(Capability place) {
        CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot()).delete(place.slot());
    }

    /** Whether a program of that name came with the system. */
    boolean isBuiltIn(String name) {
        return name.length() <= Spawner.MAX_NAME && spawner.find(IMAGE, Tree.text(name)) == Outcome.DONE;
    }

    /** How a process is called, where it is, and which channels it has. */
    record Call(List<String> arguments, List<String> environment, Map<Integer, Channel> channels) {
    }

    /** Starts a program that came with the system. @param onRefusals is told what it was refused, when it has ended; null if nobody wants to know */
    StartedChild startBuiltIn(String name, Call call, Allowance allowance, Consumer<List<String>> onRefusals) throws IOException {
        if (!isBuiltIn(name)) {
            throw new IOException("there is no such program");
        }
        return startImage(IMAGE, call, allowance, onRefusals);
    }

    /** Starts a program from a file. */
    StartedChild startFile(Channel file, long size, String path, Call call, Allowance allowance, Consumer<List<String>> onRefusals) throws IOException {
        try {
            load(file, size, path);
            return startImage(FILE_IMAGE, call, allowance, onRefusals);
        } finally {
            spawner.drop(FILE_IMAGE);
        }
    }

    /** It has its channels, what is allowed, and nothing else. */
    private StartedChild startImage(int image, Call call, Allowance allowance, Consumer<List<String>> onRefusals) throws IOException {
        int process = begin(image, allowance, call);
        Hearing hearing = null;
        try {
            giveStreams(process, call.channels(), allowance.drawsOnTerminal());
            if (allowance.drawsOnTerminal() && tty.exists()) {
                giveOn(process, TTY, tty, true);
            }
            giveFiles(process, allowance);
            for (String service : allowance.services()) {
                giveService(process, service);
            }
            if (allowance.startsPrograms()) {
                check(spawner.grantSpawning(process, Tree.text(SPAWNER), allowance.programBytes(), allowance.programs()));
            }
            hearing = onRefusals == null ? null : Hearing.of(pipes, spawner, process);
            return start(process, hearing, onRefusals);
        } catch (IOException failure) {
            if (hearing != null) {
                hearing.close();
            }
            forget(process);
            throw failure;
        }
    }

    private void giveService(int process, String service) throws IOException {
        if (!PersonalFolders.isOne(service)) {
            check(spawner.grant(process, Tree.text(service), Services.find(service)));
            return;
        }
        PersonalFolders.give(service, process, place);
        Outcome outcome = spawner.grant(process, Tree.text(service), place);
        empty(place);
        check(outcome);
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

    private int begin(int image, Allowance allowance, Call call) throws IOException {
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
        int groupNumber = group == null ? freeGroup() : group.number();
        byte[] given = texts(call.arguments());
        byte[] named = texts(withPlaces(call.environment(), allowance));
        if (given.length + named.length > OwnBuffer.BYTES) {
            throw new IOException("the arguments and the environment are too long");
        }
        byte[] both = new byte[given.length + named.length];
        System.arraycopy(given, 0, both, 0, given.length);
        System.arraycopy(named, 0, both, given.length, named.length);
        OwnBuffer.put(both, 0, both.length);
        Outcome outcome = spawner.begin(process, image, groupNumber, allowance.objectBits(), given.length, named.length, OwnBuffer.lend(Math.max(1, both.length), Rights.READ), 0);
        OwnBuffer.takeBack();
        check(outcome);
        begunIn = groupNumber;
        return process;
    }

    /** The environment, and where trees are whose places are too long for a grant's name. */
    private static List<String> withPlaces(List<String> environment, Allowance allowance) {
        List<String> rows = new ArrayList<>(environment);
        int index = 0;
        for (String place : allowance.parts().keySet()) {
            String name = Allowance.name(place, index++);
            if (!name.equals(place)) {
                rows.removeIf(row -> row.startsWith(name + "="));
                rows.add(name + "=" + place);
            }
        }
        return rows;
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

    private void giveStreams(int process, Map<Integer, Channel> channels, boolean drawsOnTerminal) throws IOException {
        terminal.begin();
        for (Map.Entry<Integer, Channel> entry : channels.entrySet()) {
            String name = entry.getKey() < STREAMS.length ? STREAMS[entry.getKey()] : "fd" + entry.getKey();
            switch (entry.getValue()) {
                case PipeChannel pipe -> check(spawner.grantPipe(process, Tree.text(name), pipe.number(), pipe.end()));
                case OpenFile file -> giveFile(process, name, file);
                case GivenStream given -> giveOn(process, name, given, drawsOnTerminal);
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

    private void giveOn(int process, String name, GivenStream given, boolean drawsOnTerminal) throws IOException {
        if (!given.stream().file().isNone()) {
            check(spawner.grant(process, Tree.text(name + StandardStream.FILE), given.stream().file()));
            return;
        }
        Capability stream = terminal.exists() ? terminal.give(process) : given.stream().stream();
        if (!drawsOnTerminal && new ByteStreamClient(stream).plain(place) == ByteStream.Outcome.DONE) {
            Outcome outcome = spawner.grant(process, Tree.text(name), place);
            empty(place);
            check(outcome);
        } else {
            check(spawner.grant(process, Tree.text(name), stream));
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

    private void giveFiles(int process, Allowance allowance) throws IOException {
        int index = 0;
        for (Map.Entry<String, Part> part : allowance.parts().entrySet()) {
            gifts.give(process, part.getValue().handle(), part.getValue().isReadOnly(), place);
            Outcome outcome = spawner.grant(process, Tree.text(Allowance.name(part.getKey(), index++)), place);
            empty(place);
            check(outcome);
        }
    }

    private StartedChild start(int process, Hearing hearing, Consumer<List<String>> onRefusals) throws IOException {
        check(spawner.start(process));
        children[process] = new StartedChild(spawner, terminal, process, () -> {
            takeBack(process);
            if (hearing != null) {
                onRefusals.accept(hearing.end());
            }
        });
        children[process].join(begunIn);
        return children[process];
    }

    /** What is started from now on belongs to a group. @param next null for each to have one of its own */
    void startIn(JobGroup next) {
        group = next;
    }

    /** The number of a group that no process belongs to. */
    int freeGroup() {
        do {
            lastGroup = (lastGroup + 1) % Spawner.GROUPS;
        } while (hasProcess(lastGroup)); // there are more groups than processes
        return lastGroup;
    }

    private boolean hasProcess(int number) {
        for (StartedChild child : children) {
            if (child != null && !child.isForgotten() && child.group() == number) {
                return true;
            }
        }
        return false;
    }

    /** By which numbers processes of a group were given streams of the terminal: a bit for each. */
    long readers(int number) {
        long readers = 0;
        for (StartedChild child : children) {
            readers |= child != null && !child.isForgotten() && child.group() == number ? 1L << Terminal.gift(child.process()) : 0;
        }
        return readers;
    }

    /** A group was had go on. */
    void noteResumed(int number) {
        for (StartedChild child : children) {
            if (child != null && child.group() == number) {
                child.noteResumed();
            }
        }
    }

    private void takeBack(int process) {
        if (!terminal.exists() && tty.exists()) {
            tty.stream().setMode(TerminalControl.Mode.LINES); // the process had this very stream, and may have ended without that
        }
        terminal.takeBack(process);
        gifts.takeBack(process);
        PersonalFolders.takeBack(process);
    }

    private void forget(int process) {
        spawner.end(process);
        spawner.forget(process);
        takeBack(process);
    }

    /** A child that has not ended; null if there is none of that number. */
    StartedChild find(int number) {
        for (StartedChild child : children) {
            if (child != null && child.number() == number && !child.hasEnded()) {
                return child;
            }
        }
        return null;
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
