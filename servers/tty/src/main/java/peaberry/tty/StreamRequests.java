package peaberry.tty;

import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.console.Terminal;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Region;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.ByteStreamServer;

/** Reading from the terminal and writing to it. Who has waited longest reads first. */
final class StreamRequests extends ByteStreamServer {

    private final Terminal console;
    private final LineDiscipline discipline;
    private final Gifts gifts;
    /** Where bytes pass between the console and a client. */
    private final Region memory;
    private final long start;
    private final int size;

    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private final Window[] windows = new Window[Gifts.FIRST_CLIENT + Gifts.MOST];
    private final long[] offsets = new long[windows.length];
    private final int[] counts = new int[windows.length];

    /** @param memory of which {@code size} bytes from {@code start} on are for this */
    StreamRequests(Terminal console, LineDiscipline discipline, Gifts gifts, Region memory, long start, int size) {
        this.console = console;
        this.discipline = discipline;
        this.gifts = gifts;
        this.memory = memory;
        this.start = start;
        this.size = size;
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.END);
        }
        dismiss(client());
        if (discipline.isReadable() && readers.isEmpty()) {
            int left = discipline.next();
            int given = left == 0 ? 0 : give(Math.min(left, count), to, offset);
            return given > 0 ? answerRead(given) : refuse(left == 0 ? Outcome.END : Outcome.BAD_WINDOW);
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        windows[client()] = to;
        offsets[client()] = offset;
        counts[client()] = count;
        readers.add(keep(), client());
        return Answer.NONE;
    }

    /** A client does not wait any more. */
    void dismiss(int client) {
        if (readers.holds(client)) {
            refuse(readers.remove(client), Outcome.BUSY);
        }
    }

    /** Has those read who wait, as long as there is something. */
    void serveReaders() {
        while (discipline.isReadable() && !readers.isEmpty()) {
            int client = readers.firstClient();
            Caller caller = readers.remove();
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
        if (WindowCopy.write(to, offset, memory, start, count) != KernelError.NONE) {
            return -1;
        }
        discipline.take(count);
        return count;
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        if (!gifts.isCurrent(client(), epoch())) {
            return refuse(Outcome.BROKEN);
        }
        for (int done = 0; done < count; done += size) {
            int here = Math.min(size, count - done);
            if (WindowCopy.read(from, offset + done, memory, start, here) != KernelError.NONE) {
                return refuse(Outcome.BAD_WINDOW);
            }
            for (int i = 0; i < here; i++) {
                console.printByte(memory.unsignedByte(start + i));
            }
            console.flush();
        }
        return answerWrite();
    }
}
