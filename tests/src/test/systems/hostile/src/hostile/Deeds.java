package hostile;

import peaberry.abi.Interface;
import peaberry.abi.KernelError;

/** What a driver does to others. */
@Interface
public interface Deeds {

    /** How the clock that it claims to be answers from now on. */
    void lie(Lie lie);

    /** Fails while its caller waits. */
    void die();

    /** Works for ever, and hears nobody. */
    void hang();

    /** Answers whoever the driver kept in its life before. */
    void answerOldCallers();

    /** Tries to speak in another's name. @return the kernel's answer */
    KernelError forge(Forgery forgery);

    /** Takes all memory and all slots that it can. */
    Hoard hoard();

    /** Makes system calls of which everything is random. */
    void rave(long seed, int calls);

    /** How many of these it made in all its lives, as far as it could count. */
    long raved();

    enum Lie {
        /** The right answer. */
        NONE,
        TOO_LONG, TOO_SHORT, MONTH_13, WILD_NUMBERS, UNKNOWN_OUTCOME,
        /** What only the kernel says. */
        CLAIMS_RESTART, CLAIMS_UNREACHABLE,
        /** With capabilities that nobody asked for. */
        CAPABILITIES,
        TWICE, NEVER
    }

    enum Forgery {
        /** Another badge for the capability by which it speaks to the clock. */
        CLOCK_BADGE,
        /** Speaking on the endpoint that it serves, as its client. */
        OWN_ENDPOINT
    }

    /** @param error why there was not more of it */
    record Hoard(int frames, KernelError error, int slots, KernelError slotError) {
    }
}
