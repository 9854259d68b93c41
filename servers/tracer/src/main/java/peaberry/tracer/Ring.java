package peaberry.tracer;

import peaberry.abi.Tag;
import peaberry.runtime.Message;
import peaberry.system.Tracing;

/** Messages that nobody has asked for yet, in their order. When it is full, those that come are counted and not kept. */
final class Ring {

    private static final int LOST = 0;
    private static final int AT = 1;
    private static final int TOOK = 2;
    private static final int REQUEST = 3;
    private static final int REQUEST_WORDS = 4;
    private static final int ANSWER = REQUEST_WORDS + Tracing.REQUEST_WORDS;
    private static final int ANSWER_WORDS = ANSWER + 1;
    private static final int FIELDS = ANSWER_WORDS + Tracing.ANSWER_WORDS;

    private final long[] fields;
    private final int capacity;
    private int first;
    private int size;
    private long lost;

    /** @param capacity the most messages that are kept */
    Ring(int capacity) {
        this.capacity = capacity;
        fields = new long[capacity * FIELDS];
    }

    void clear() {
        first = 0;
        size = 0;
        lost = 0;
    }

    /** Notes a request that came just now, whose words are in {@link Message}. @param at ticks since the trace began */
    void begin(long at, Tag request) {
        if (size == capacity) {
            lost++;
            return;
        }
        int entry = entry(size);
        fields[entry + LOST] = lost;
        fields[entry + AT] = at;
        fields[entry + REQUEST] = request.bits();
        keepWords(entry + REQUEST_WORDS, Tracing.REQUEST_WORDS, request.length());
    }

    /** Notes the answer to the request that {@link #begin} noted last, whose words are in {@link Message}. */
    void complete(long at, Tag answer) {
        if (size == capacity) {
            return;
        }
        int entry = entry(size);
        fields[entry + TOOK] = at - fields[entry + AT];
        fields[entry + ANSWER] = answer.bits();
        keepWords(entry + ANSWER_WORDS, Tracing.ANSWER_WORDS, answer.length());
        size++;
        lost = 0;
    }

    private void keepWords(int to, int most, int length) {
        for (int i = 0; i < most; i++) {
            fields[to + i] = i < length ? Message.word(i) : 0;
        }
    }

    private int entry(int index) {
        return (first + index) % capacity * FIELDS;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes the first one away. Only if it is not {@link #isEmpty}. */
    void remove() {
        first = (first + 1) % capacity;
        size--;
    }

    /** Of the first one: how many before it were not kept. */
    long lostBefore() {
        return first(LOST);
    }

    long at() {
        return first(AT);
    }

    long took() {
        return first(TOOK);
    }

    Tag request() {
        return new Tag(first(REQUEST));
    }

    long requestWord(int index) {
        return first(REQUEST_WORDS + index);
    }

    Tag answer() {
        return new Tag(first(ANSWER));
    }

    long answerWord(int index) {
        return first(ANSWER_WORDS + index);
    }

    private long first(int field) {
        return fields[first * FIELDS + field];
    }
}
