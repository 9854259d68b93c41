package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Loops with remainders, ints and longs. */
final class GreatestCommonDivisor {

    private static long gcd(long a, long b) {
        while (b != 0) {
            long t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    private static int power(int base, int exponent, int modulus) {
        long result = 1;
        long square = base;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) != 0) {
                result = result * square % modulus;
            }
            square = square * square % modulus;
        }
        return (int) result;
    }

    static void run() {
        Out.println(gcd(1071, 462));
        Out.println(gcd(1L << 40, 1L << 35 | 1L << 36));
        Out.println(gcd(-12, 18));
        Out.println(power(3, 200, 1_000_007));
    }
}
