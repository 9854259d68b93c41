package peaberry.grantor;

import peaberry.abi.SystemTable;
import peaberry.grant.Administration;
import peaberry.grant.Sessions;
import peaberry.runtime.Badges;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/**
 * Who is logged in. Each session makes somebody a client, with a number behind those of processes and an epoch that no other one ever has: the last of them is in memory that outlives the server,
 * so that a capability of an earlier session is nobody's.
 */
final class OpenSessions {

    /** The first client that is no process. */
    static final int FIRST_CLIENT = SystemTable.MAX_PROCESSES + 1;
    /** In place of a client, and of an epoch. */
    static final int NOBODY = 0;
    /** Bytes of the memory that outlives the server. */
    static final int KEPT_BYTES = 4;

    private static final String ALL = "*";

    private final Region kept;
    private final int[] epochs = new int[Sessions.SESSIONS];
    private final int[] givers = new int[Sessions.SESSIONS];
    private final int[] numbers = new int[Sessions.SESSIONS];
    private final Text[] persons = new Text[Sessions.SESSIONS];
    private final Text[] may = new Text[Sessions.SESSIONS];
    private final boolean[][] granted = new boolean[Sessions.SESSIONS][Administration.NAMES];

    OpenSessions(Region kept) {
        this.kept = kept;
        for (int row = 0; row < Sessions.SESSIONS; row++) {
            persons[row] = new Text(Sessions.MAX_PERSON);
            may[row] = new Text(Sessions.MAX_MAY);
        }
    }

    /** The session's row. @param client of which {@link #isOpen} */
    static int row(int client) {
        return client - FIRST_CLIENT;
    }

    /** Whether somebody is in a session. @param epoch by the badge */
    boolean isOpen(int client, int epoch) {
        return client >= FIRST_CLIENT && row(client) < Sessions.SESSIONS && epoch != NOBODY && epochs[row(client)] == epoch;
    }

    /** The client of somebody's session; {@link #NOBODY} if there is none. */
    int find(int giver, int number) {
        for (int row = 0; row < Sessions.SESSIONS; row++) {
            if (epochs[row] != NOBODY && givers[row] == giver && numbers[row] == number) {
                return FIRST_CLIENT + row;
            }
        }
        return NOBODY;
    }

    /** Begins one, of a number that the giver does not use. @return its client; {@link #NOBODY} if there is no room */
    int open(int giver, int number, Text person, Text names) {
        for (int row = 0; row < Sessions.SESSIONS; row++) {
            int next = kept.int32(0) + 1;
            if (epochs[row] == NOBODY && next <= Badges.LAST_EPOCH) {
                kept.setInt32(0, next);
                epochs[row] = next;
                givers[row] = giver;
                numbers[row] = number;
                persons[row].clear().append(person);
                may[row].clear().append(names);
                return FIRST_CLIENT + row;
            }
        }
        return NOBODY;
    }

    void close(int client) {
        epochs[row(client)] = NOBODY;
    }

    int epoch(int client) {
        return epochs[row(client)];
    }

    Text person(int client) {
        return persons[row(client)];
    }

    boolean has(int client, int name) {
        return granted[row(client)][name];
    }

    void setHas(int client, int name, boolean has) {
        granted[row(client)][name] = has;
    }

    /** Whether a person may be granted what has this name. */
    boolean may(int client, Text name) {
        Text names = may[row(client)];
        return names.is(ALL) || Words.contain(names, name);
    }
}
