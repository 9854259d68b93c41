package peaberry.compiler.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deepest stack of a call graph without cycles. */
public final class StackDepth {

    /** What a call pushes. */
    private static final int RETURN_ADDRESS = 8;

    private final Map<String, Set<String>> calls;
    private final Map<String, Long> frames;
    private final Map<String, Long> depths = new HashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    /**
     * @param calls  who calls whom, by symbol
     * @param frames bytes of each function's frame; one that is missing was inlined into its callers
     */
    public StackDepth(Map<String, Set<String>> calls, Map<String, Long> frames) {
        this.calls = calls;
        this.frames = frames;
    }

    /** The calls of a cycle, the first function again at the end; empty if there is none. */
    public static List<String> cycle(Map<String, Set<String>> calls) {
        Set<String> done = new LinkedHashSet<>();
        for (String function : calls.keySet()) {
            List<String> found = cycle(calls, function, new LinkedHashSet<>(), done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> cycle(Map<String, Set<String>> calls, String function, Set<String> path,
                                      Set<String> done) {
        if (path.contains(function)) {
            List<String> all = new ArrayList<>(path);
            List<String> found = new ArrayList<>(all.subList(all.indexOf(function), all.size()));
            found.add(function);
            return found;
        }
        if (!done.add(function)) {
            return List.of();
        }
        path.add(function);
        for (String target : calls.getOrDefault(function, Set.of())) {
            List<String> found = cycle(calls, target, path, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.remove(function);
        return List.of();
    }

    /** Bytes of the deepest stack; recursion counts once. */
    public long deepest() {
        return calls.keySet().stream().mapToLong(this::depth).max().orElse(0);
    }

    private long depth(String function) {
        Long known = depths.get(function);
        if (known != null) {
            return known;
        }
        if (!path.add(function)) {
            return 0;
        }
        long below = calls.getOrDefault(function, Set.of()).stream().mapToLong(this::depth).max().orElse(0);
        path.remove(function);
        Long frame = frames.get(function);
        long depth = below + (frame == null ? 0 : frame + RETURN_ADDRESS);
        depths.put(function, depth);
        return depth;
    }
}
