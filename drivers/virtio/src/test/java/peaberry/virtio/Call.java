package peaberry.virtio;

import peaberry.abi.Tag;

/** A call of a client, and how it ended. */
public final class Call {

    private Tag tag = Tag.of(0, 0);
    private long[] words = {};
    private boolean answered;

    void end(Tag answer, long[] itsWords) {
        if (answered) {
            throw new IllegalStateException("answered twice");
        }
        answered = true;
        tag = answer;
        words = itsWords;
    }

    public boolean isAnswered() {
        return answered;
    }

    /** The ordinal of the outcome; -1 if there is none yet. */
    public int outcome() {
        return answered ? tag.label() : -1;
    }

    Tag tag() {
        return tag;
    }

    long[] words() {
        return words;
    }
}
