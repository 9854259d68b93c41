package managed;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Object graphs that a random program builds and cuts while memory gets scarce. What is reachable knows its contents, and is looked at again and again; so it
 * is seen when the collector takes what is in use, or what makes an object loses sight of it.
 */
public final class Graphs {

    private static final int ROUNDS = 24;
    private static final int STEPS = 400;
    private static final int ROOTS = 40;
    private static final int MOST_LINKS = 6;
    private static final int MOST_BYTES = 300;
    private static final int DEEPEST = 12;
    private static final int PIECE = 100_000;

    private enum Kind {
        BYTES, NUMBERS, TEXT, GRID
    }

    private static final class Node {

        private final int number;
        private final Kind kind;
        private final Object contents;
        private final Node[] links;

        private Node(int number, Object contents, Kind kind, int links) {
            this.number = number;
            this.kind = kind;
            this.contents = contents;
            this.links = new Node[links];
        }
    }

    private static final class Refused extends RuntimeException {

        private final int number;

        private Refused(int number, Throwable cause) {
            super("refused " + number, cause);
            this.number = number;
        }
    }

    private final Random random;
    private final Node[] roots = new Node[ROOTS];
    private final List<WeakReference<Node>> seen = new ArrayList<>();
    private int made;

    private Graphs(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] arguments) {
        Graphs graphs = new Graphs(20_261_126);
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 0; step < STEPS; step++) {
                graphs.step();
            }
            if (round % 4 == 3) {
                useUp();
            }
            System.out.println(round + ": " + graphs.check());
        }
        copies();
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0 -> roots[random.nextInt(ROOTS)] = null;
            case 1 -> cut(roots[random.nextInt(ROOTS)]);
            case 2 -> link(roots[random.nextInt(ROOTS)], roots[random.nextInt(ROOTS)]);
            case 3 -> dig(random.nextInt(ROOTS), random.nextInt(DEEPEST));
            case 4 -> note(roots[random.nextInt(ROOTS)]);
            default -> {
                Node node = make();
                link(node, roots[random.nextInt(ROOTS)]);
                roots[random.nextInt(ROOTS)] = node;
            }
        }
    }

    private Node make() {
        int number = made++;
        Kind kind = Kind.values()[number % Kind.values().length];
        return new Node(number, contents(kind, number), kind, number % (MOST_LINKS + 1));
    }

    private static Object contents(Kind kind, int number) {
        int size = number * 31 % MOST_BYTES;
        return switch (kind) {
            case BYTES -> {
                byte[] bytes = new byte[size];
                for (int i = 0; i < size; i++) {
                    bytes[i] = (byte) (number + i);
                }
                yield bytes.clone();
            }
            case NUMBERS -> {
                Map<Integer, String> numbers = new HashMap<>();
                for (int i = 0; i < size / 16; i++) {
                    numbers.put(number + i, "of " + i);
                }
                yield numbers;
            }
            case TEXT -> new StringBuilder("node ").append(number).append(' ').append((double) size / 4).toString();
            case GRID -> {
                int[][] grid = new int[size / 32 + 1][size % 32 + 1];
                for (int[] row : grid) {
                    row[row.length - 1] = number;
                }
                yield grid;
            }
        };
    }

    private static void link(Node from, Node to) {
        if (from != null && from.links.length > 0) {
            from.links[from.number % from.links.length] = to;
        }
    }

    private static void cut(Node node) {
        if (node != null) {
            for (int i = 0; i < node.links.length; i += 2) {
                node.links[i] = null;
            }
        }
    }

    private void note(Node node) {
        if (node != null) {
            seen.add(new WeakReference<>(node));
        }
    }

    /** Goes down some calls and comes back by an exception, with what was made on the way in variables that were changed since the block began. */
    private void dig(int root, int depth) {
        Node last = roots[root];
        int steps = 0;
        try {
            last = make();
            steps++;
            refuse(depth, last);
            steps++;
        } catch (Refused e) {
            Node own = make();
            link(own, last);
            roots[(root + e.number + steps) % ROOTS] = own;
        } finally {
            link(last, roots[root]);
        }
    }

    private void refuse(int depth, Node node) {
        Node here = null;
        try {
            here = make();
            if (depth == 0) {
                Object text = here.number >= 0 ? "text" : 1;
                System.out.println((Integer) text);
            }
            refuse(depth - 1, here);
        } catch (ClassCastException e) {
            throw new Refused(here.number + node.number, e);
        } finally {
            link(node, here);
        }
    }

    /** Until there is no more memory. */
    private static void useUp() {
        List<Object> all = new ArrayList<>();
        try {
            for (int i = 0;; i++) {
                all.add(i % 2 == 0 ? new byte[PIECE] : new Object[PIECE / 8]);
            }
        } catch (OutOfMemoryError e) {
            all = null;
        }
        System.out.println("used up");
    }

    /** @return what tells one graph from another */
    private String check() {
        Map<Integer, Node> all = new TreeMap<>();
        for (Node root : roots) {
            collect(root, all);
        }
        long sum = 0;
        for (Node node : all.values()) {
            sum = sum * 31 + node.number + sumOf(node);
        }
        seen.removeIf(each -> each.get() == null);
        for (WeakReference<Node> each : seen) {
            Node node = each.get();
            if (node != null) {
                sumOf(node);
            }
        }
        return all.size() + " nodes of " + made + ", " + Long.toHexString(sum);
    }

    private static void collect(Node first, Map<Integer, Node> all) {
        List<Node> pending = new ArrayList<>();
        pending.add(first);
        while (!pending.isEmpty()) {
            Node node = pending.remove(pending.size() - 1);
            if (node != null && all.put(node.number, node) == null) {
                pending.addAll(Arrays.asList(node.links));
            }
        }
    }

    private static long sumOf(Node node) {
        return switch (node.kind) {
            case BYTES -> {
                byte[] bytes = (byte[]) node.contents;
                for (int i = 0; i < bytes.length; i++) {
                    require(bytes[i] == (byte) (node.number + i), node);
                }
                yield bytes.length;
            }
            case NUMBERS -> {
                Map<?, ?> numbers = (Map<?, ?>) node.contents;
                for (int i = 0; i < numbers.size(); i++) {
                    require(("of " + i).equals(numbers.get(node.number + i)), node);
                }
                yield numbers.size();
            }
            case TEXT -> {
                require(((String) node.contents).startsWith("node " + node.number + " "), node);
                yield node.contents.hashCode();
            }
            case GRID -> {
                int[][] grid = (int[][]) node.contents;
                for (int[] row : grid) {
                    require(row[row.length - 1] == node.number, node);
                }
                yield grid.length;
            }
        };
    }

    private static void require(boolean holds, Node node) {
        if (!holds) {
            System.out.println("node " + node.number + " is not what it was");
        }
    }

    /** Of arrays of each kind, with something behind each that a copy must not touch. */
    private static void copies() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < MOST_BYTES; i++) {
            all.add(new byte[] {1, 2, 3}.clone());
            all.add(new char[] {'a', 'b', 'c'}.clone());
            all.add(new boolean[] {true, false}.clone());
            all.add(new short[] {4, 5}.clone());
            all.add(new int[] {6, 7, 8}.clone());
            all.add(new float[] {9}.clone());
            all.add(new long[] {10}.clone());
            all.add(new double[] {11}.clone());
            all.add(new String[] {"a" + i}.clone());
            all.add(new int[2][3][4].clone());
        }
        int sum = 0;
        for (int i = 0; i < all.size(); i += 10) {
            sum += ((byte[]) all.get(i))[2] + ((char[]) all.get(i + 1))[1] + (((boolean[]) all.get(i + 2))[0] ? 1 : 0) + ((short[]) all.get(i + 3))[1]
                    + ((int[]) all.get(i + 4))[2] + (int) ((float[]) all.get(i + 5))[0] + (int) ((long[]) all.get(i + 6))[0]
                    + (int) ((double[]) all.get(i + 7))[0] + ((String[]) all.get(i + 8))[0].length() + ((int[][][]) all.get(i + 9))[1][2].length;
        }
        System.out.println("copies: " + sum);
        try {
            System.out.println(new int[all.size()][sum - 2 * sum].length);
        } catch (NegativeArraySizeException e) {
            System.out.println("negative: " + e.getMessage());
        }
    }
}
