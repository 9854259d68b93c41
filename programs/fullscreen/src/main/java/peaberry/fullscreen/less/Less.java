package peaberry.fullscreen.less;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.fullscreen.Call;
import peaberry.fullscreen.terminal.FullScreen;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.TerminalChannel.Mode;
import peaberry.tools.Options;
import peaberry.tools.UsageException;

/** Shows files, or standard input, page by page. Where there is no terminal it copies them. */
public final class Less {

    private static final String STANDARD_INPUT = "-";
    private static final int PIECE = 4096;

    private final Call call;
    private int status;

    private Less(Call call) {
        this.call = call;
    }

    /** @return the exit status */
    public static int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "IiNRS", "line-numbers=N", "LINE-NUMBERS=N", "chop-long-lines=S", "ignore-case=i", "IGNORE-CASE=I", "RAW-CONTROL-CHARS=R");
        if (options.operands().isEmpty() && call.in().isTerminal()) {
            throw new UsageException("which file?");
        }
        Look look = new Look();
        look.hasNumbers = options.has('N');
        look.isChopped = options.has('S');
        look.hasStyles = options.has('R');
        look.letters = options.has('I') ? Look.Case.IGNORED : options.has('i') ? Look.Case.IGNORED_UNLESS_USED : Look.Case.EXACT;
        return new Less(call).run(options.operands().isEmpty() ? List.of(STANDARD_INPUT) : options.operands(), look);
    }

    private int run(List<String> files, Look look) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String file : files) {
            tryWith(file, () -> sources.add(source(file)));
        }
        if (!call.hasScreen()) {
            for (Source source : sources) {
                tryWith(source.name(), () -> copy(source));
            }
        } else if (!sources.isEmpty()) {
            show(call, sources, look);
        }
        return status;
    }

    /** Has somebody look at something. */
    public static void show(Call call, List<Source> sources, Look look) throws IOException {
        boolean mayWait = sources.getFirst().size() == Source.UNKNOWN;
        try (FullScreen terminal = FullScreen.open(call, mayWait ? Mode.INTERRUPTIBLE_KEYS : Mode.KEYS)) {
            new Pager(terminal, sources, look).run();
        }
    }

    private interface Use {

        void of() throws IOException;
    }

    private void tryWith(String file, Use use) throws IOException {
        try {
            use.of();
        } catch (BrokenPipeException nobodyReads) {
            throw nobodyReads;
        } catch (IOException failure) {
            call.say(file + ": " + failure.getMessage());
            status = 1;
        }
    }

    /** What a file's name stands for, which can be opened. */
    private Source source(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new Source("standard input", () -> new StandardInput(call.in()), Source.UNKNOWN);
        }
        String path = call.path(file);
        call.system().open(path, OpenMode.READ).close();
        FileStatus found = call.system().look(path);
        return new Source(file, () -> call.system().open(path, OpenMode.READ), found == null || !found.is(FileStatus.Kind.REGULAR) ? Source.UNKNOWN : found.size());
    }

    private void copy(Source source) throws IOException {
        Channel channel = source.opening().open();
        try {
            byte[] piece = new byte[PIECE];
            for (int read = channel.read(piece, 0, PIECE); read > 0; read = channel.read(piece, 0, PIECE)) {
                call.out().write(piece, 0, read);
            }
        } finally {
            channel.close();
        }
    }

    /** Standard input, which stays open. */
    private record StandardInput(Channel channel) implements Channel {

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return channel.read(into, offset, length);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            channel.write(from, offset, length);
        }

        @Override
        public boolean isTerminal() {
            return channel.isTerminal();
        }

        @Override
        public void close() {
            // Whoever has it closes it.
        }
    }
}
