package managed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the machine throws by itself, caught and told; in the end one that nobody catches. */
public final class Exceptions {

    private static final int DEPTH_SHOWN = 3;

    private interface Shape {
        double area();
    }

    private record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    private Exceptions() {
    }

    public static void main(String[] arguments) {
        int zero = arguments.length;
        String none = zero == 0 ? null : "";
        Shape noShape = zero == 0 ? null : new Square(zero);
        int[] numbers = new int[3];
        Object map = new TreeMap<String, String>();
        tell("length of null", () -> System.out.println(none.length()));
        tell("method of null", () -> System.out.println(noShape.area()));
        tell("index", () -> numbers[numbers.length + zero] = 1);
        tell("negative index", () -> numbers[zero - 1]++);
        tell("cast", () -> System.out.println((String) map));
        tell("division", () -> System.out.println(1 / zero));
        tell("long remainder", () -> System.out.println(1L % zero));
        tell("array of negative size", () -> System.out.println(new long[zero - 1].length));
        tell("throw of null", () -> {
            throw zero == 0 ? null : new IllegalStateException();
        });
        tell("changed while iterated", () -> {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            for (Iterator<Integer> each = list.iterator(); each.hasNext(); each.next()) {
                list.add(4);
            }
        });
        System.out.println(Integer.MIN_VALUE / (zero - 1) + " " + Long.MIN_VALUE % (zero - 1) + " " + (1 << zero + 33) + " " + (int) (1e20 + zero)
                + " " + (long) (float) ((zero + 1) / 0.0) + " " + (-7 >> zero + 32) + " " + (-7L >>> zero + 65) + " " + (char) (65.7 + zero));
        for (char unit : "\u0085a\u009f|\ud83d\ude00\ud800b".toCharArray()) {
            System.out.print((int) unit + " ");
        }
        System.out.println();
        tell("stack", () -> System.out.println(deeper(0)));
        tell("stack again", () -> System.out.println(deeper(0)));
        tell("memory", Exceptions::fill);
        tell("memory again", Exceptions::fill);
        tell("large array", () -> System.out.println(new long[Integer.MAX_VALUE - zero].length));
        try {
            outer(zero);
        } catch (IllegalStateException e) {
            StackTraceElement[] trace = e.getStackTrace();
            for (int i = 0; i < DEPTH_SHOWN; i++) {
                System.out.println(trace[i]);
            }
            System.out.println("because of " + e.getCause());
        } finally {
            System.out.println("finally");
        }
        Map<String, Integer> words = new TreeMap<>();
        words.put("one", 1);
        System.out.println(words.get("two") + 1);
    }

    private static void tell(String what, Runnable deed) {
        try {
            deed.run();
            System.out.println(what + ": nothing was thrown");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            System.out.println(what + ": " + e.getClass().getName() + (e.getStackTrace().length > 0 ? "" : ", no trace"));
        }
    }

    private static int deeper(int depth) {
        return depth < 0 ? 0 : deeper(depth + 1) + 1;
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[100_000]);
        }
    }

    private static void outer(int zero) {
        try {
            inner(zero);
        } catch (ArithmeticException e) {
            throw new IllegalStateException("outer", e);
        }
    }

    private static int inner(int zero) {
        return 10 / zero;
    }
}
