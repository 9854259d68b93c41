package peaberry.grant;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/**
 * What a person may be granted while her session lasts: capabilities with names, each of which is asked for on purpose, and noted in a log with the time and her name before it is given. Whose
 * session it is says the client's badge. When the session ends all of it is taken back, with all that was made of it.
 */
@Interface(outcomes = Administration.Outcome.class)
public interface Administration {

    /** Bytes of the longest name. */
    int MAX_NAME = 24;
    /** There are fewer names than this. */
    int NAMES = 32;

    /** One of all names there are, in no order. {@link Outcome#NOT_FOUND} behind the last one. @param index from 0 */
    @Idempotent
    Name name(@Range(max = NAMES) int index);

    /** Grants what has this name, in place of what was granted by it before, which is taken back. */
    Capability grant(@Size(MAX_NAME) Text name);

    /** Takes back what was granted by this name, if it was. */
    void giveBack(@Size(MAX_NAME) Text name);

    /**
     * @param text the name
     * @param may  whether the person may be granted it
     * @param has  whether it is granted now
     */
    record Name(@Size(MAX_NAME) Text text, boolean may, boolean has) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is nothing of that name. */
        NOT_FOUND,
        /** The person's account does not allow it. */
        REFUSED,
        /** It cannot be noted in the log, so it is not given. */
        NOT_LOGGED,
        /** What it stands for cannot be had now. */
        NOT_THERE
    }
}
