package peaberry.managed;

import peaberry.entropy.Entropy;
import peaberry.entropy.EntropyClient;
import peaberry.process.Refusals;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.ProcessorRandom;
import peaberry.runtime.SystemCalls;

/** Numbers that nobody can guess: those of the service granted as {@code entropy}, or the processor's. Without either there are none, which is an exception. */
public final class Randomness {

    private static final String ENTROPY = "entropy";
    private static final EntropyClient SERVICE = new EntropyClient(ENTROPY);
    private static final double UNIT = 0x1p-53;
    private static final int UNUSED_BITS = 11;

    private Randomness() {
    }

    /** Fills an array. @throws IllegalStateException if there is no source */
    public static void fill(byte[] bytes) {
        for (int done = 0; done < bytes.length;) {
            byte[] piece = next(Math.min(bytes.length - done, Entropy.MAX_BYTES));
            System.arraycopy(piece, 0, bytes, done, piece.length);
            done += piece.length;
        }
    }

    private static byte[] next(int count) {
        Entropy.Outcome outcome = Grants.find(ENTROPY).slot() == Capability.NONE.slot() ? Entropy.Outcome.NO_DEVICE : SERVICE.read(count);
        while (outcome == Entropy.Outcome.NOT_READY) {
            SystemCalls.yieldProcessor();
            outcome = SERVICE.read(count);
        }
        byte[] bytes = new byte[count];
        if (outcome == Entropy.Outcome.DONE && SERVICE.readResultCount() == count) {
            System.arraycopy(SERVICE.readResult(), 0, bytes, 0, count);
        } else {
            askProcessor(bytes);
        }
        return bytes;
    }

    private static void askProcessor(byte[] bytes) {
        long bits = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (i % Long.BYTES == 0) {
                bits = ProcessorRandom.next();
                if (bits == 0) {
                    Refusals.tell(Refusals.SERVICE, ENTROPY);
                    throw new IllegalStateException("there are no random numbers: no service is granted as " + ENTROPY + ", or it has none, and the processor has none");
                }
            }
            bytes[i] = (byte) bits;
            bits >>>= Byte.SIZE;
        }
    }

    public static long nextLong() {
        byte[] bytes = next(Long.BYTES);
        long value = 0;
        for (byte each : bytes) {
            value = value << Byte.SIZE | each & 0xFF;
        }
        return value;
    }

    /** In place of {@link Math#random}. */
    public static double nextDouble() {
        return (nextLong() >>> UNUSED_BITS) * UNIT;
    }
}
