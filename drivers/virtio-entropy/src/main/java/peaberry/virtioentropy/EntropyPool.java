package peaberry.virtioentropy;

import peaberry.entropy.Entropy;
import peaberry.entropy.Entropy.Outcome;
import peaberry.entropy.EntropyServer;
import peaberry.runtime.Answer;
import peaberry.runtime.ProcessorRandom;
import peaberry.virtio.Readiness;

/**
 * Random numbers as clients see them: out of a generator that the device seeds, again after every {@link #READS_OF_A_SEED} requests. Before it was
 * seeded once, nobody gets anything. The processor's own source, where it has one, is mixed in behind each of the device's seeds: who knows one of the two
 * knows nothing, and without the device's there is no answer.
 */
final class EntropyPool extends EntropyServer {

    /** How many requests are answered until the device is asked for another seed. */
    static final int READS_OF_A_SEED = 1024;

    private final EntropySource source = new EntropySource();
    private final Generator generator = new Generator();
    private final byte[] seed = new byte[Generator.SEED_BYTES];
    private final byte[] answer = new byte[Entropy.MAX_BYTES];
    private int seedBytes;
    private int reads;
    private Readiness readiness = Readiness.ABSENT;

    /** Makes the device ready and asks it for a seed. @param device the declaration's name for it */
    void start(String device) {
        readiness = source.start(device);
        askForSeed();
    }

    @Override
    protected Answer read(int count) {
        if (readiness != Readiness.READY) {
            return refuse(Outcome.NO_DEVICE);
        }
        if (!generator.isSeeded()) {
            return refuse(Outcome.NOT_READY);
        }
        generator.fill(answer, count);
        reads++;
        if (reads == READS_OF_A_SEED) {
            askForSeed();
        }
        return answerRead(answer, count);
    }

    /** Takes what the device gave, and asks for more until it is enough for a seed. */
    void serveDevice() {
        if (readiness != Readiness.READY) {
            return;
        }
        int taken = source.take(seed, seedBytes);
        seedBytes += taken;
        if (seedBytes == seed.length) {
            useSeed();
        } else if (taken > 0) {
            askForSeed();
        }
    }

    private void askForSeed() {
        if (readiness == Readiness.READY) {
            source.ask(seed.length - seedBytes);
        }
    }

    private void useSeed() {
        generator.seed(seed);
        for (int i = 0; i < seed.length; i += Long.BYTES) {
            put(ProcessorRandom.next(), i);
        }
        generator.seed(seed);
        for (int i = 0; i < seed.length; i += Long.BYTES) {
            put(0, i);
        }
        seedBytes = 0;
        reads = 0;
    }

    private void put(long bits, int at) {
        for (int i = 0; i < Long.BYTES; i++) {
            seed[at + i] = (byte) (bits >>> Byte.SIZE * i);
        }
    }
}
