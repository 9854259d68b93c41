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
    private final Gifts gifts;
    /** Where bytes pass between the console and a client. */
    private final Region memory;
    private final long start;
    private final int size;

    private final CallerQueue readers = new CallerQueue(Gifts.FIRST_CLIENT + Gifts.MOST);
    private final Window[] windows = new Window[Gifts.FIRST_CLIENT + Gifts.MOST];
    private final long[] offsets = new long[windows.length];
    private final int[] counts = new int[windows.length];
    /** Whose gifts are to read, and by which number; nobody's if all are. */
    private int giver = Gifts.NOBODY;
    private int number;
    /** What each client wants, by its place among {@link #MODES}, and what who has the control does. */
    private final int[] wanted = new int[windows.length];
    private int wantedByControl;

    /** @param memory of which {@code size} bytes from {@code start} on are for this */
    StreamRequests(Terminal console, LineDiscipline discipline, Gifts gifts, Region memory, long start, int size) {
        this.console = console;
        raw = new RawOutput(console);
        this.discipline = discipline;
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
        serveReaders();
        return Answer.NONE;
    }

    /** A client does not wait any more. */
    void leave(int client) {
        if (readers.holds(client)) {
            refuse(readers.remove(client), Outcome.BUSY);
        }
    }

    /** From now on, of those who were given a stream only who was given it by this number reads. */
    void setReader(int by, int which) {
        giver = by;
        number = which;
        chooseMode();
    }

    /** Whether a client may read. @param named who was given the stream that is to read */
    private boolean mayRead(int client, int named) {
        return client < Gifts.FIRST_CLIENT || giver == Gifts.NOBODY || client == named;
    }

    private int named() {
        return giver == Gifts.NOBODY ? Gifts.NOBODY : gifts.find(giver, number);
    }

    /** Whose turn it is of those who wait. @return {@link Gifts#NOBODY} if it is nobody's */
    private int nextReader() {
        int named = named();
        for (int place = 0; place < readers.size(); place++) {
            if (mayRead(readers.client(place), named)) {
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
        int named = named();
        for (int client = 0; client < wanted.length; client++) {
            if (mayRead(client, named)) {
                chosen = Math.max(chosen, wanted[client]);
            }
        }
        discipline.setMode(MODES[chosen]);
        serveReaders();
    }

    /** Has those read who wait, as long as there is something. */
    void serveReaders() {
        for (int client = nextReader(); client != Gifts.NOBODY && discipline.isReadable(); client = nextReader()) {
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
