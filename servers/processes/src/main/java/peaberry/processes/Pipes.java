package peaberry.processes;

import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;

/** All pipes, and who has an end of one. */
final class Pipes {

    /** The most at once, and the most ends that somebody has. */
    static final int MOST = 64;
    static final int MOST_HOLDERS = 120;
    /** The interface's place among those that the server serves. */
    static final int STREAMS = 2;

    private final Memory memory;
    private final Accounts accounts;
    private final Epochs epochs;
    private final Numbers numbers = new Numbers(Spawner.PIPES);
    private final Pipe[] pipes = new Pipe[MOST];
    private final PipeHolder[] holders = new PipeHolder[MOST_HOLDERS];
    private int next;

    Pipes(Own own, Blocks blocks, Memory memory, Accounts accounts, Epochs epochs) {
        this.memory = memory;
        this.accounts = accounts;
        this.epochs = epochs;
        for (int pipe = 0; pipe < MOST; pipe++) {
            pipes[pipe] = new Pipe(own, blocks, accounts);
        }
        for (int holder = 0; holder < MOST_HOLDERS; holder++) {
            holders[holder] = new PipeHolder(holder);
        }
    }

    /** @param firstSlot of {@link #MOST} empty ones */
    void open(int firstSlot) {
        for (int pipe = 0; pipe < MOST; pipe++) {
            pipes[pipe].place(firstSlot + pipe);
        }
    }

    /** What a client has under a number; null if nothing. */
    Pipe find(int client, int number) {
        int pipe = numbers.find(client, number);
        return pipe == Numbers.NOTHING ? null : pipes[pipe];
    }

    /** Makes a pipe under a number that the client has nothing under. */
    Outcome make(int client, int number) {
        int pipe = 0;
        while (pipe < MOST && pipes[pipe].exists()) {
            pipe++;
        }
        int block = pipe < MOST && accounts.allows(client, Pipe.MEMORY, 0) && accounts.allowsThing(client) ? memory.take(Pipe.MEMORY) : Blocks.NONE;
        if (block == Blocks.NONE) {
            return Outcome.NO_ROOM;
        }
        pipes[pipe].make(block, client);
        numbers.set(client, number, pipe);
        return Outcome.DONE;
    }

    /** Gives somebody an end of a pipe, unless that one has it. @return null if there are too many */
    PipeHolder hold(Pipe pipe, PipeEnd end, int client) {
        for (PipeHolder holder : holders) {
            if (holder.isOf(pipe, end) && holder.client == client) {
                return holder;
            }
        }
        return accounts.allowsThing(pipe.payer()) ? take(pipe, end, client) : null;
    }

    /** Free ones are taken in turn, so that their epochs last. */
    private PipeHolder take(Pipe pipe, PipeEnd end, int client) {
        for (int tried = 0; tried < MOST_HOLDERS; tried++) {
            next = (next + 1) % MOST_HOLDERS;
            int epoch = holders[next].isFree() ? epochs.next(Epochs.HOLDERS + next) : Epochs.NONE;
            if (epoch != Epochs.NONE) {
                holders[next].take(pipe, end, client, epoch);
                accounts.addThing(pipe.payer(), 1);
                return holders[next];
            }
        }
        return null;
    }

    /** Somebody has an end no more. */
    void release(PipeHolder holder) {
        accounts.addThing(holder.pipe.payer(), -1);
        holder.release();
    }

    PipeHolder holder(int index) {
        return holders[index];
    }

    /** Takes away a number. */
    void forget(int client, int number) {
        numbers.set(client, number, Numbers.NOTHING);
    }
}
