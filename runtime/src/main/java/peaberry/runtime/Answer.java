package peaberry.runtime;

import peaberry.abi.Outcome;
import peaberry.abi.Tag;
import peaberry.machine.Unboxed;

/**
 * What a server says to a caller: the tag, while the words are set in {@link Message}. Whoever makes an answer that has words returns it at
 * once, before anything else becomes of the message.
 */
@Unboxed
public record Answer(long bits) {

    /** Nobody is answered now: the caller is kept for later ({@link Dispatcher#keep}), or is not there any more. */
    public static final Answer NONE = new Answer(Tag.of(-1, 0).bits());
    /** To the kernel, about a thread that faulted: it goes on at the instruction that failed. */
    public static final Answer RESUME = new Answer(Tag.of(0, 0).bits());
    /** The request breaks the interface. */
    public static final Answer INVALID = new Answer(Tag.of(Outcome.INVALID.ordinal(), 0).bits());

    /** @param outcome ordinal in the interface's outcomes @param words how many are set @param capabilities how many are attached */
    static Answer of(int outcome, int words, int capabilities) {
        return new Answer(Tag.of(outcome, words).withCapabilities(capabilities).bits());
    }

    boolean isNone() {
        return bits == NONE.bits();
    }

    /** As it travels. */
    public Tag tag() {
        return new Tag(bits);
    }
}
