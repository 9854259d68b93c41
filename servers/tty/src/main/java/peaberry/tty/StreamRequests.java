package peaberry.tty;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.console.Terminal;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Caller;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.ByteStreamServer;
import peaberry.stream.TerminalControl.Mode;

/** Reading from the terminal and writing to it. Who has waited longest reads first. */
final class StreamRequests extends ByteStreamServer {

    private static final Rights SEND = Rights.WRITE.or(Rights.GRANT);
    /** What a program for the whole screen may have changed, as xterm's control sequences have it: no other screen (1047), plain text, a cursor (25), pasted text without marks (2004); a new line. */
    private static final String ORDERLY = "\033[?1047l\033[m\033[?25h\033[?2004l\n";

    private static final Mode[] MODES = Mode.values();

    private final Terminal console;
    private final Output raw;
    private CNode table = CNode.at(Capability.NONE.slot());
    private int slot;
    private final LineDiscipline discipline;
    private final TypeAhead ahead;
    private final Gifts gifts;
    /** Where bytes pass between the console and a client. */
    private final Region memory;
    private final long start;
    private final int size;

    private final CallerQueue readers = new CallerQueue(Gifts.FIRST_CLIENT + Gifts.MOST);
    private final Window[] windows = new Window[Gifts.FIRST_CLIENT + Gifts.MOST];
    private final long[] offsets = new long[windows.length];
    private final int[] counts = new int[windows.length];
    /** Whose gifts are to read, and by which numbers, a bit for each; nobody's if all are. */
    private int giver = Gifts.NOBODY;
    private long numbers;
    private boolean wasInterrupted;
    /** Whether that is still to be told to who reads next, as nobody did when it was. */
    private boolean isReadInterrupted;
    private boolean isAtLineStart = true;
    private TypingRequests typing;
    /** What each client wants, by its place among {@link #MODES}, and what who has the control does. */
    private final int[] wanted = new int[windows.length];
    private int wantedByControl;

    /** @param memory of which {@code size} bytes from {@code start} on are for this */
    StreamRequests(Terminal console, LineDiscipline discipline, TypeAhead ahead, Gifts gifts, Region memory, long start, int size) {
        this.console = console;
        raw = new RawOutput(console);
        this.discipline = discipline;
        this.ahead = ahead;
        this.gifts = gifts;
        this.memory = memory;
        this.start = start;
        this.size = size;
    }

    /** @param table the program's own @param slot an empty one */
    void open(CNode table, int slot) {
        this.table = table;
        this.slot = slot;
    }

    /** @param who hears that something of what was typed is taken */
    void connect(TypingRequests who) {
        typing = who;
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.END);
        }
        leave(client());
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        windows[client()] = to;
        offsets[client()] = offset;
        counts[client()] = count;
        readers.add(keep(), client());
        if (isReadInterrupted) {
            interruptReader();
        }
        serveReaders();
        return Answer.NONE;
    }

    /** A client does not wait any more. */
    void leave(int client) {
        if (readers.holds(client)) {
            refuse(readers.remove(client), Outcome.BUSY);
        }
    }

    /** From now on, of those who were given a stream only who was given it by one of these numbers reads. @param which a bit for each */
    void setReaders(int by, long which) {
        giver = by;
        numbers = which;
        chooseMode();
    }

    /** Whether a client may read. */
    private boolean mayRead(int client) {
        return client < Gifts.FIRST_CLIENT || giver == Gifts.NOBODY || gifts.isOneOf(client, giver, numbers);
    }

    /** Somebody wants everybody to give up. */
    void noteInterrupt() {
        wasInterrupted = true;
    }

    /** Whether that was so since this was asked last. */
    boolean takeInterrupt() {
        boolean was = wasInterrupted;
        wasInterrupted = false;
        isReadInterrupted = false;
        return was;
    }

    /** Whose turn it is waits no more; if it is nobody's, who reads next does not wait. */
    void interruptReader() {
        int client = nextReader();
        isReadInterrupted = client == Gifts.NOBODY;
        if (client != Gifts.NOBODY) {
            refuse(readers.remove(client), Outcome.INTERRUPTED);
        }
    }

    /** Other programs are in front, which were not meant. */
    void forgetInterrupt() {
        isReadInterrupted = false;
    }

    /** Whose turn it is of those who wait. @return {@link Gifts#NOBODY} if it is nobody's */
    private int nextReader() {
        for (int place = 0; place < readers.size(); place++) {
            if (mayRead(readers.client(place))) {
                return readers.client(place);
            }
        }
        return Gifts.NOBODY;
    }

    @Override
    protected Answer isTerminal() {
        return answerIsTerminal(true);
    }

    @Override
    protected Answer setMode(Mode mode) {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.BROKEN);
        }
        wanted[client()] = mode.ordinal();
        chooseMode();
        return answerSetMode();
    }

    @Override
    protected Answer isReadable() {
        return gifts.isCurrent(client(), epoch()) ? answerIsReadable(mayRead(client()) && hasInput()) : refuse(Outcome.END);
    }

    /** What who has the control wants. */
    void setControlMode(Mode mode) {
        wantedByControl = mode.ordinal();
        chooseMode();
    }

    /** A client's stream is taken back. If it wanted keys until now, it did not come to leave the screen as it found it. */
    void end(int client) {
        leave(client);
        if (wanted[client] != Mode.LINES.ordinal()) {
            wanted[client] = Mode.LINES.ordinal();
            console.print(ORDERLY).flush();
            chooseMode();
        }
    }

    private void chooseMode() {
        int chosen = wantedByControl;
        for (int client = 0; client < wanted.length; client++) {
            if (mayRead(client)) {
                chosen = Math.max(chosen, wanted[client]);
            }
        }
        discipline.setMode(MODES[chosen]);
        serveReaders();
    }

    /** Has those read who wait, as long as there is something. Only for them does what was typed become lines, and is shown. */
    void serveReaders() {
        for (int client = nextReader(); client != Gifts.NOBODY && hasInput(); client = nextReader()) {
            Caller caller = readers.remove(client);
            int left = discipline.next();
            int given = left == 0 ? 0 : give(Math.min(left, counts[client]), windows[client], offsets[client]);
            if (given > 0) {
                answerRead(caller, given);
            } else {
                refuse(caller, left == 0 ? Outcome.END : Outcome.BAD_WINDOW);
            }
        }
    }

    /** Shows what becomes of what is typed. */
    void showEcho() {
        if (discipline.echo.length() > 0) {
            isAtLineStart = discipline.echo.byteAt(discipline.echo.length() - 1) == '\n';
            console.print(discipline.echo).flush();
            discipline.echo.clear();
        }
    }

    /** Whether what was printed last ended a line. */
    boolean isAtLineStart() {
        return isAtLineStart;
    }

    private boolean hasInput() {
        while (!discipline.isReadable() && (discipline.wantsKeys() ? !ahead.isEmpty() : ahead.settled() > 0)) {
            discipline.type(ahead.take());
        }
        showEcho();
        typing.goOn();
        return discipline.isReadable();
    }

    /** Copies what is to be read into a window. What could not be copied is still to be read. @return how much; -1 if the window has no room */
    private int give(int most, Window to, long offset) {
        int count = Math.min(most, size);
        for (int i = 0; i < count; i++) {
            memory.setByte(start + i, discipline.byteAt(i));
        }
        KernelError error = WindowCopy.write(to, offset, memory, start, count);
        for (int i = 0; i < count; i++) {
            memory.setByte(start + i, 0);
        }
        if (error != KernelError.NONE) {
            return -1;
        }
        discipline.take(count);
        return count;
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        return write(count, from, offset, raw);
    }

    Answer write(int count, Window from, long offset, Output output) {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.BROKEN);
        }
        for (int done = 0; done < count; done += size) {
            int here = Math.min(size, count - done);
            if (WindowCopy.read(from, offset + done, memory, start, here) != KernelError.NONE) {
                return refuse(Outcome.BAD_WINDOW);
            }
            for (int i = 0; i < here; i++) {
                output.print(memory.unsignedByte(start + i));
            }
            console.flush();
            isAtLineStart = memory.unsignedByte(start + here - 1) == '\n';
        }
        return answerWrite();
    }

    @Override
    protected Answer plain() {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.BROKEN);
        }
        table.delete(slot);
        Capability service = Grants.find(GrantKind.OWN_SERVICE, "service");
        return table.mint(slot, table, service.slot(), SEND, Badges.derived(client(), Tty.PLAIN_STREAMS, epoch())) == KernelError.NONE
                ? answerPlain(Capability.at(slot)) : refuse(Outcome.BUSY);
    }
}
