package org.teavm.classlib.java.security;

import org.teavm.classlib.java.util.TRandom;
import peaberry.managed.Randomness;

/** In place of TeaVM's class of this name, whose numbers can be guessed: all come from the source itself. */
public class TSecureRandom extends TRandom {

    private static final String ALGORITHM = "NativePRNG";

    public TSecureRandom() {
        super(0);
    }

    public TSecureRandom(byte[] seed) {
        super(0);
    }

    public static TSecureRandom getInstance(String algorithm) throws TNoSuchAlgorithmException {
        if (!algorithm.startsWith(ALGORITHM)) {
            throw new TNoSuchAlgorithmException();
        }
        return new TSecureRandom();
    }

    public String getAlgorithm() {
        return ALGORITHM;
    }

    public void setSeed(byte[] seed) {
        // It cannot make the numbers worse.
    }

    public void reseed() {
        // There is no state.
    }

    @Override
    protected int next(int bits) {
        return (int) (Randomness.nextLong() >>> Long.SIZE - bits);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Randomness.fill(bytes);
    }

    public static byte[] getSeed(int count) {
        return new TSecureRandom().generateSeed(count);
    }

    public byte[] generateSeed(int count) {
        byte[] bytes = new byte[count];
        Randomness.fill(bytes);
        return bytes;
    }
}
