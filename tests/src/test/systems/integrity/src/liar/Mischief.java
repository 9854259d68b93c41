package liar;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;

/** What a disk's driver does wrong. */
@Interface
public interface Mischief {

    /** It does this when it is asked to read or write next, and then no more. */
    void next(Deed deed);

    /** Whether the window that it kept still lets it write. */
    @Idempotent
    boolean reachesBuffer();

    enum Deed {
        NONE,
        /** Changes a bit of the first sector. */
        ALTER,
        /** Does nothing, and says that it was done. */
        LOSE,
        /** Gives an answer that the interface does not know. */
        BREAK_RULES,
        /** Takes the sector behind. */
        MISPLACE,
        /** Fails in its own way, with nothing or everything done. */
        DIE_BEFORE, DIE_AFTER,
        /** Has the integrity server destroyed that waits for it, with nothing or everything done. */
        KILL_BEFORE, KILL_AFTER,
        /** Does what it was asked, and keeps the window. */
        KEEP_WINDOW
    }
}
