package managed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Makes many times as much as the heap can hold, in ways that leave pieces of every kind, and looks whether all that it kept is as it was. */
public final class Garbage {

    private static final int ROUNDS = 2;
    private static final int MANY = 150_000;
    private static final int DEEP = 1_000;

    /** Keeps what was made last from being left out. */
    private static Object sink;

    private static final class Link {
        private final int number;
        private final Link next;

        Link(int number, Link next) {
            this.number = number;
            this.next = next;
        }
    }

    private Garbage() {
    }

    public static void main(String[] arguments) {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println("small pieces: " + smallPieces(random));
            System.out.println("many boxes: " + manyBoxes());
            System.out.println("wide: " + wide());
            System.out.println("long chain: " + chain());
            System.out.println("deep stack: " + deep(DEEP, random));
            System.out.println("changing map: " + changingMap(random));
            System.out.println("large arrays: " + largeArrays());
        }
    }

    /** Every second object is kept, the ones between are lost. */
    private static int smallPieces(Random random) {
        int[][] kept = new int[MANY / 3][];
        for (int i = 0; i < 2 * MANY; i++) {
            int[] made = new int[random.nextInt(4)];
            java.util.Arrays.fill(made, i);
            if (i % 2 == 0) {
                kept[i / 2 % kept.length] = made;
            }
        }
        int whole = 0;
        for (int[] each : kept) {
            boolean same = true;
            for (int value : each) {
                same &= value == each[0] && value % 2 == 0;
            }
            whole += same ? 1 : 0;
        }
        return whole;
    }

    private static long manyBoxes() {
        List<Integer> boxes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            boxes.add(i + 1000);
            sink = new byte[16];
        }
        long sum = 0;
        for (int each : boxes) {
            sum += each;
        }
        return sum;
    }

    /** An array of which all elements are found at once. */
    private static int wide() {
        Object[] all = new Object[MANY];
        for (int i = 0; i < all.length; i++) {
            all[i] = new int[] {i};
        }
        System.gc();
        int whole = 0;
        for (int i = 0; i < all.length; i++) {
            whole += ((int[]) all[i])[0] == i ? 1 : 0;
        }
        return whole;
    }

    private static long chain() {
        Link last = null;
        for (int i = 0; i < MANY; i++) {
            last = new Link(i, last);
        }
        System.gc();
        long sum = 0;
        for (Link each = last; each != null; each = each.next) {
            sum += each.number;
        }
        return sum;
    }

    private static int deep(int depth, Random random) {
        int[][] own = {{depth}, {depth + 1}, {depth + 2}};
        for (int i = 0; i < 10; i++) {
            sink = new byte[random.nextInt(1000)];
        }
        int below = depth == 0 ? 0 : deep(depth - 1, random);
        return below + (own[0][0] == depth && own[1][0] == depth + 1 && own[2][0] == depth + 2 ? 1 : 0);
    }

    private static String changingMap(Random random) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < MANY / 5; i++) {
            map.put("key " + random.nextInt(2000), "value " + i);
            if (i % 4 == 0) {
                map.remove("key " + random.nextInt(2000));
            }
        }
        return map.size() + " " + map.hashCode();
    }

    private static long largeArrays() {
        long sum = 0;
        for (int i = 0; i < 100; i++) {
            long[] large = new long[20_000 + i * 500];
            large[large.length - 1] = i;
            sum += large[large.length - 1] + large[0];
        }
        return sum;
    }
}
