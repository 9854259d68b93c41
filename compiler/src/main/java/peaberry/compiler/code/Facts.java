package peaberry.compiler.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known about LLVM values from here on: they never change, so it stays true wherever this place was passed. */
final class Facts {

    private final Set<String> nonNull;
    private final Map<String, String> lengths;

    Facts() {
        nonNull = new HashSet<>();
        lengths = new HashMap<>();
    }

    Facts(Facts known) {
        nonNull = new HashSet<>(known.nonNull);
        lengths = new HashMap<>(known.lengths);
    }

    boolean isNonNull(String value) {
        return nonNull.contains(value);
    }

    void setNonNull(String value) {
        nonNull.add(value);
    }

    /** The operand that holds an array's length, or null. */
    String length(String array) {
        return lengths.get(array);
    }

    void setLength(String array, String length) {
        lengths.put(array, length);
        nonNull.add(array);
    }
}
