package liar;

import peaberry.abi.ProgramSlots;
import peaberry.entropy.Entropy;
import peaberry.entropy.Entropy.Outcome;
import peaberry.entropy.EntropyServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.Server;

/** Random numbers that are none, and are not there when they are asked for first. */
public final class Numbers extends EntropyServer {

    private static final Server SERVER = new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new Numbers());

    private final RandomNumbers numbers = new RandomNumbers(1);
    private final byte[] bytes = new byte[Entropy.MAX_BYTES];
    private boolean ready;

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        SERVER.run();
    }

    @Override
    protected Answer read(int count) {
        if (!ready) {
            ready = true;
            return refuse(Outcome.NOT_READY);
        }
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) numbers.next();
        }
        return answerRead(bytes, count);
    }
}
