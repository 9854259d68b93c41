package peaberry.compiler.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call graph: its first cycle, and the deepest stack that it needs if it has none. */
public final class StackDepth {

    /** What a call pushes. */
    private static final int RETURN_ADDRESS = 8;

    /** A function whose calls are being followed. */
    private record Visit(String function, Iterator<String> calls) {
    }

    private final Map<String, Set<String>> calls;
    private final List<String> finished = new ArrayList<>();
    private List<String> cycle = List.of();

    /** @param calls who calls whom, by symbol */
    public StackDepth(Map<String, Set<String>> calls) {
        this.calls = calls;
        Map<String, Boolean> open = new HashMap<>();
        for (String function : calls.keySet()) {
            if (!open.containsKey(function)) {
                visit(function, open);
            }
        }
    }

    /** The functions of a cycle, the first one again at the end; empty if there is none. */
    public List<String> cycle() {
        return cycle;
    }

    /**
     * Bytes of the deepest stack; a call back into a cycle counts as nothing.
     *
     * @param frames bytes of each function's frame; one that is missing was inlined into its callers
     */
    public long deepest(Map<String, Long> frames) {
        Map<String, Long> depths = new HashMap<>();
        long deepest = 0;
        for (String function : finished) {
            long below = 0;
            for (String target : calls.getOrDefault(function, Set.of())) {
                below = Math.max(below, depths.getOrDefault(target, 0L));
            }
            Long frame = frames.get(function);
            long depth = below + (frame == null ? 0 : frame + RETURN_ADDRESS);
            depths.put(function, depth);
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Goes depth first; {@code open} says of each function that was met whether it is on the path. */
    private void visit(String root, Map<String, Boolean> open) {
        ArrayDeque<Visit> path = new ArrayDeque<>();
        enter(root, path, open);
        while (!path.isEmpty()) {
            Visit visit = path.getLast();
            if (!visit.calls.hasNext()) {
                finished.add(visit.function);
                open.put(visit.function, false);
                path.removeLast();
                continue;
            }
            String target = visit.calls.next();
            Boolean met = open.get(target);
            if (met == null) {
                enter(target, path, open);
            } else if (met && cycle.isEmpty()) {
                List<String> functions = new ArrayList<>(path.stream().map(Visit::function).toList());
                cycle = new ArrayList<>(functions.subList(functions.indexOf(target), functions.size()));
                cycle.add(target);
            }
        }
    }

    private void enter(String function, ArrayDeque<Visit> path, Map<String, Boolean> open) {
        open.put(function, true);
        path.addLast(new Visit(function, calls.getOrDefault(function, Set.of()).iterator()));
    }
}
