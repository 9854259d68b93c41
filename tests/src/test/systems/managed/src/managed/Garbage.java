package managed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Makes many times as much as the heap can hold, keeps some of it for a while and some for ever, and looks whether all that it kept is as it was. */
public final class Garbage {

    private static final int ROUNDS = 400_000;
    private static final int KEPT = 2_000;
    private static final int LASTING = 1_000;

    private record Node(int number, String text, int[] data) {
        Node(int number) {
            this(number, "node " + number, new int[number % 64]);
            java.util.Arrays.fill(data, number);
        }

        boolean isWhole() {
            for (int value : data) {
                if (value != number) {
                    return false;
                }
            }
            return text.equals("node " + number) && data.length == number % 64;
        }
    }

    private Garbage() {
    }

    public static void main(String[] arguments) {
        Deque<Node> recent = new ArrayDeque<>();
        Map<Integer, Node> lasting = new HashMap<>();
        long bytes = 0;
        int broken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Node node = new Node(i);
            bytes += 100 + 4 * node.data().length;
            recent.add(node);
            if (recent.size() > KEPT) {
                broken += recent.remove().isWhole() ? 0 : 1;
            }
            if (i % (ROUNDS / LASTING) == 0) {
                lasting.put(i, node);
            }
        }
        for (Node node : lasting.values()) {
            broken += node.isWhole() ? 0 : 1;
        }
        System.out.println(lasting.size() + " kept, " + broken + " broken, " + (bytes > 10L * 8 * 1024 * 1024 ? "more than ten heaps" : "too little"));
    }
}
