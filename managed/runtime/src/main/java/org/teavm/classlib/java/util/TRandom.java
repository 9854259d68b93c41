package org.teavm.classlib.java.util;

import org.teavm.classlib.java.io.TSerializable;
import org.teavm.classlib.java.lang.TObject;
import org.teavm.classlib.java.util.random.TRandomGenerator;
import peaberry.managed.Randomness;

/** In place of TeaVM's class of this name: the numbers that {@code java.util.Random} is specified to make of a seed. */
public class TRandom extends TObject implements TRandomGenerator, TSerializable {

    private static final long MULTIPLIER = 0x5_DEEC_E66DL;
    private static final long INCREMENT = 0xB;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;

    private long seed;
    private double nextGaussian;
    private boolean hasNextGaussian;

    public TRandom() {
        this(Randomness.nextLong());
    }

    public TRandom(long seed) {
        setSeed(seed);
    }

    public void setSeed(long seed) {
        this.seed = (seed ^ MULTIPLIER) & MASK;
        hasNextGaussian = false;
    }

    protected int next(int bits) {
        seed = seed * MULTIPLIER + INCREMENT & MASK;
        return (int) (seed >>> BITS - bits);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        int number = 0;
        for (int i = 0; i < bytes.length; i++) {
            number = i % Integer.BYTES == 0 ? nextInt() : number >> Byte.SIZE;
            bytes[i] = (byte) number;
        }
    }

    @Override
    public int nextInt() {
        return next(Integer.SIZE);
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        int most = bound - 1;
        int bits = next(Integer.SIZE - 1);
        if ((bound & most) == 0) {
            return (int) (bound * (long) bits >> Integer.SIZE - 1);
        }
        int number = bits % bound;
        while (bits - number + most < 0) { // the last numbers of all would come less often
            bits = next(Integer.SIZE - 1);
            number = bits % bound;
        }
        return number;
    }

    @Override
    public long nextLong() {
        return ((long) next(Integer.SIZE) << Integer.SIZE) + next(Integer.SIZE);
    }

    @Override
    public boolean nextBoolean() {
        return next(1) != 0;
    }

    @Override
    public float nextFloat() {
        return next(24) * 0x1p-24f;
    }

    @Override
    public double nextDouble() {
        return (((long) next(26) << 27) + next(27)) * 0x1p-53;
    }

    /** By the polar method, which makes two at a time. */
    @Override
    public double nextGaussian() {
        if (hasNextGaussian) {
            hasNextGaussian = false;
            return nextGaussian;
        }
        double first;
        double second;
        double size;
        do {
            first = 2 * nextDouble() - 1;
            second = 2 * nextDouble() - 1;
            size = first * first + second * second;
        } while (size >= 1 || size == 0);
        double factor = Math.sqrt(-2 * Math.log(size) / size);
        nextGaussian = second * factor;
        hasNextGaussian = true;
        return first * factor;
    }
}
