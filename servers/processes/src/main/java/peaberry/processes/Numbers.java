package peaberry.processes;

import peaberry.abi.SystemTable;

/** What clients call by numbers of their own: of each client and number, which thing it is. */
final class Numbers {

    /** In place of a thing. */
    static final int NOTHING = -1;
    /** The first client that is no process of the declaration, but a child. */
    static final int FIRST_CHILD = SystemTable.MAX_PROCESSES + 1;
    /** Clients are 0 to this, less one. */
    static final int CLIENTS = FIRST_CHILD + Children.MOST;

    private final int each;
    /** The thing's index and one, so that zeros are nothing. */
    private final byte[] things;

    /** @param each numbers that a client has: 0 to this, less one */
    Numbers(int each) {
        this.each = each;
        things = new byte[CLIENTS * each];
    }

    int find(int client, int number) {
        return things[client * each + number] - 1;
    }

    void set(int client, int number, int thing) {
        things[client * each + number] = (byte) (thing + 1);
    }
}
