package peaberry.compiler.testing;

/** Numbers that stand for the contents of arrays, so that a random program prints its state shortly. */
public final class Digest {

    private static final int FACTOR = 31;

    private Digest() {
    }

    public static long of(int[] array) {
        long digest = 1;
        for (int each : array) {
            digest = digest * FACTOR + each;
        }
        return digest;
    }

    public static long of(long[] array) {
        long digest = 2;
        for (long each : array) {
            digest = digest * FACTOR + each;
        }
        return digest;
    }

    public static long of(byte[] array) {
        long digest = 3;
        for (byte each : array) {
            digest = digest * FACTOR + each;
        }
        return digest;
    }

    public static long of(short[] array) {
        long digest = 4;
        for (short each : array) {
            digest = digest * FACTOR + each;
        }
        return digest;
    }

    public static long of(char[] array) {
        long digest = 5;
        for (char each : array) {
            digest = digest * FACTOR + each;
        }
        return digest;
    }

    public static long of(boolean[] array) {
        long digest = 6;
        for (boolean each : array) {
            digest = digest * FACTOR + (each ? 1 : 0);
        }
        return digest;
    }
}
