package peaberry.processes;

import peaberry.process.Spawner;
import peaberry.process.Spawner.PipeEnd;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Window;
import peaberry.stream.ByteStream.Outcome;
import peaberry.stream.NoTerminalServer;

/** What those do who have an end of a pipe, and what becomes of it when others do something at the other one. */
final class StreamRequests extends NoTerminalServer {

    private final Pipes pipes;
    /** Who waits, as the holder of that index. */
    private final CallerQueue waiters = new CallerQueue(Pipes.MOST_HOLDERS);

    StreamRequests(Pipes pipes) {
        this.pipes = pipes;
    }

    /** Whoever speaks; null if that one has nothing any more. */
    private PipeHolder speaker() {
        int index = client() - 1;
        return index < Pipes.MOST_HOLDERS && pipes.holder(index).isCurrent(epoch()) ? pipes.holder(index) : null;
    }

    @Override
    protected Answer read(int count, Window to, long offset) {
        PipeHolder reader = speaker();
        if (reader == null || reader.end != PipeEnd.READ) {
            return refuse(reader == null ? Outcome.END : Outcome.WRONG_DIRECTION);
        }
        if (reader.pipe.isEmpty()) {
            return reader.pipe.isOpen(PipeEnd.WRITE) ? await(reader, count, to, offset) : refuse(Outcome.END);
        }
        int given = reader.pipe.drain(to, offset, count);
        move(reader.pipe);
        return given > 0 ? answerRead(given) : refuse(Outcome.BAD_WINDOW);
    }

    @Override
    protected Answer write(int count, Window from, long offset) {
        PipeHolder writer = speaker();
        if (writer == null || writer.end != PipeEnd.WRITE) {
            return refuse(writer == null ? Outcome.BROKEN : Outcome.WRONG_DIRECTION);
        }
        if (!writer.pipe.isOpen(PipeEnd.READ)) {
            return refuse(Outcome.BROKEN);
        }
        if (!writer.pipe.hasRoom(count)) {
            return await(writer, count, from, offset);
        }
        int taken = writer.pipe.fill(from, offset, count);
        move(writer.pipe);
        return taken == count ? answerWrite() : refuse(Outcome.BAD_WINDOW);
    }

    private Answer await(PipeHolder holder, int count, Window window, long offset) {
        dismiss(holder);
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        holder.ask(count, window, offset);
        waiters.add(keep(), holder.index);
        move(holder.pipe);
        return Answer.NONE;
    }

    private void dismiss(PipeHolder holder) {
        if (waiters.holds(holder.index)) {
            refuse(waiters.remove(holder.index), Outcome.BUSY);
        }
    }

    /** Has those go on who wait at a pipe, as far as they can now. */
    void move(Pipe pipe) {
        boolean moved = true;
        while (moved && !waiters.isEmpty()) {
            moved = false;
            for (int index = 0; index < Pipes.MOST_HOLDERS; index++) {
                PipeHolder holder = pipes.holder(index);
                if (holder.pipe == pipe && waiters.holds(index)) {
                    moved |= holder.end == PipeEnd.READ ? serveReader(holder) : serveWriter(holder);
                }
            }
        }
    }

    private boolean serveReader(PipeHolder reader) {
        if (reader.pipe.isEmpty()) {
            if (!reader.pipe.isOpen(PipeEnd.WRITE)) {
                refuse(waiters.remove(reader.index), Outcome.END);
            }
            return false;
        }
        int given = reader.pipe.drain(reader.window, reader.offset, reader.count);
        Caller caller = waiters.remove(reader.index);
        if (given > 0) {
            answerRead(caller, given);
        } else {
            refuse(caller, Outcome.BAD_WINDOW);
        }
        return true;
    }

    private boolean serveWriter(PipeHolder writer) {
        if (!writer.pipe.isOpen(PipeEnd.READ)) {
            refuse(waiters.remove(writer.index), Outcome.BROKEN);
            return false;
        }
        int taken = writer.pipe.fill(writer.window, writer.offset + writer.done, writer.count - writer.done);
        if (taken < 0) {
            refuse(waiters.remove(writer.index), Outcome.BAD_WINDOW);
            return true;
        }
        writer.done += taken;
        if (writer.done == writer.count) {
            answerWrite(waiters.remove(writer.index));
        }
        return taken > 0;
    }

    /** A client gives up an end of a pipe. If nobody has it then, nobody will. */
    void close(int client, Pipe pipe, PipeEnd end) {
        release(client, pipe, end);
        pipe.close(end);
        settle(pipe);
    }

    /** A client gives up its number for a pipe, and its own ends. */
    void drop(int client, int number) {
        Pipe pipe = pipes.find(client, number);
        if (pipe != null) {
            pipes.forget(client, number);
            pipe.drop();
            release(client, pipe, PipeEnd.READ);
            release(client, pipe, PipeEnd.WRITE);
            settle(pipe);
        }
    }

    /** A client gives up all its numbers, and its own ends of these pipes. */
    void dropAll(int client) {
        for (int number = 0; number < Spawner.PIPES; number++) {
            drop(client, number);
        }
    }

    /** A client is no more. */
    void leave(int client) {
        dropAll(client);
        for (int index = 0; index < Pipes.MOST_HOLDERS; index++) {
            PipeHolder holder = pipes.holder(index);
            if (!holder.isFree() && holder.client == client) {
                close(client, holder.pipe, holder.end);
            }
        }
    }

    private void release(int client, Pipe pipe, PipeEnd end) {
        for (int index = 0; index < Pipes.MOST_HOLDERS; index++) {
            PipeHolder holder = pipes.holder(index);
            if (holder.isOf(pipe, end) && holder.client == client) {
                dismiss(holder);
                pipes.release(holder);
            }
        }
    }

    /** Who is at the other end may hear that there is nobody at this one. */
    private void settle(Pipe pipe) {
        if (pipe.isUnused()) {
            pipe.destroy();
        } else {
            move(pipe);
        }
    }
}
