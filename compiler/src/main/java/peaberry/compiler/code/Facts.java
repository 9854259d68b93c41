package peaberry.compiler.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known about LLVM values from here on: they never change, so it stays true wherever this place was passed. */
final class Facts {

    private static final String NULL = "null";

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

    /** The program does not go on from here if {@code value} is null; the constant null stays what it is. */
    void setNonNull(String value) {
        if (!value.equals(NULL)) {
            nonNull.add(value);
        }
    }

    /** The operand that holds an array's length, or null. */
    String length(String array) {
        return lengths.get(array);
    }

    void setLength(String array, String length) {
        if (!array.equals(NULL)) {
            lengths.put(array, length);
            nonNull.add(array);
        }
    }
}
