package peaberry.managed;

/** What Java says of arithmetic and C does not: the compiler calls these where it cannot do without. */
public final class Checks {

    private static final double INT_LIMIT = 0x1p31;
    private static final double LONG_LIMIT = 0x1p63;
    private static final int MINUS_ONE = -1;

    private Checks() {
    }

    /** Stands for all that may throw what no program throws by itself; the compiler has it called where something is caught. */
    public static void mayThrow() {
        // The compiler knows.
    }

    /** The processor would fault with 0, and with the smallest number by -1. */
    public static int divide(int dividend, int divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return divisor == MINUS_ONE ? -dividend : dividend / divisor;
    }

    public static int remainder(int dividend, int divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return divisor == MINUS_ONE ? 0 : dividend % divisor;
    }

    public static long divide(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return divisor == MINUS_ONE ? -dividend : dividend / divisor;
    }

    public static long remainder(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return divisor == MINUS_ONE ? 0 : dividend % divisor;
    }

    public static int divideUnsigned(int dividend, int divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Integer.divideUnsigned(dividend, divisor);
    }

    public static int remainderUnsigned(int dividend, int divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Integer.remainderUnsigned(dividend, divisor);
    }

    public static long divideUnsigned(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Long.divideUnsigned(dividend, divisor);
    }

    public static long remainderUnsigned(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return Long.remainderUnsigned(dividend, divisor);
    }

    /** The nearest number of the type; 0 of what is no number. */
    public static int toInt(double value) {
        if (value >= -INT_LIMIT && value < INT_LIMIT) {
            return (int) value;
        }
        return value >= INT_LIMIT ? Integer.MAX_VALUE : value < 0 ? Integer.MIN_VALUE : 0;
    }

    public static long toLong(double value) {
        if (value >= -LONG_LIMIT && value < LONG_LIMIT) {
            return (long) value;
        }
        return value >= LONG_LIMIT ? Long.MAX_VALUE : value < 0 ? Long.MIN_VALUE : 0;
    }

    public static int toInt(float value) {
        return toInt((double) value);
    }

    public static long toLong(float value) {
        return toLong((double) value);
    }
}
