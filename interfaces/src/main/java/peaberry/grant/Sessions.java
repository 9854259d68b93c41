package peaberry.grant;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/** Who is logged in, for whoever lets people log in. A client numbers its sessions; another client's are out of its reach. */
@Interface(outcomes = Sessions.Outcome.class)
public interface Sessions {

    /** A client's sessions are numbered 0 to this, less one; there are no more at once of all. */
    int SESSIONS = 8;
    /** Bytes of the longest name of a person. */
    int MAX_PERSON = 31;
    /** Bytes of the longest list of names. */
    int MAX_MAY = 440;

    /**
     * Says where the log is, and which folder is granted as {@code people}. What comes takes the place of what was there.
     *
     * @param people a {@code FileSystem}: the folder of accounts
     * @param log    a {@code FileSystem}: the file
     */
    void setFiles(Capability people, Capability log);

    /**
     * Begins a session, in place of what has that number, which ends.
     *
     * @param person whose it is
     * @param may    the names of what she may be granted, with blanks between them; {@code *} is all
     * @return an {@link Administration} for her
     */
    Capability open(@Range(max = SESSIONS - 1) int number, @Size(MAX_PERSON) Text person, @Size(MAX_MAY) Text may);

    /** Ends a session, if it is one: what was granted in it is taken back. */
    @Idempotent
    void close(@Range(max = SESSIONS - 1) int number);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There are as many sessions as there can be. */
        NO_ROOM
    }
}
