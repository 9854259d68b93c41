package peaberry.processor;

import java.util.List;
import java.util.stream.Stream;

/** What travels in one message: first the values of one word each and the counts of bytes, in their order, then the bytes themselves. */
record Content(List<Value> values) {

    static final int MAX_WORDS = 120;
    static final int MAX_CAPABILITIES = 4;

    private static final int WORD_BYTES = 8;

    Content {
        values = List.copyOf(values);
    }

    /** Words before the bytes. */
    int fixedWords() {
        return (int) fixed().count();
    }

    /** The most words. */
    long mostWords() {
        return fixedWords() + variable().stream().mapToLong(value -> switch (value.kind()) {
            case Kind.Bytes bytes -> wordsFor(bytes.size());
            case Kind.Characters text -> wordsFor(text.size());
            default -> 0;
        }).sum();
    }

    List<Value> words() {
        return fixed().toList();
    }

    List<Value> variable() {
        return values.stream().filter(value -> value.kind().isVariable()).toList();
    }

    List<Value> capabilities() {
        return values.stream().filter(value -> value.kind() instanceof Kind.Capability).toList();
    }

    private Stream<Value> fixed() {
        return values.stream().filter(value -> !(value.kind() instanceof Kind.Capability));
    }

    private static long wordsFor(long bytes) {
        return Math.ceilDiv(bytes, WORD_BYTES);
    }
}
