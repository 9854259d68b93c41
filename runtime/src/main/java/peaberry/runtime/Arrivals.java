package peaberry.runtime;

import peaberry.abi.Tag;

/**
 * The slots for capabilities that come with requests: {@link Tag#MAX_CAPABILITIES} for each caller, so that those of one who is kept stay
 * while others are served. They are emptied when the caller was answered; a server that wants one for longer moves it away.
 */
public final class Arrivals {

    private final CNode table;
    private final int firstSlot;

    /** @param table the program's own @param firstSlot of {@link Tag#MAX_CAPABILITIES} empty ones for each reply object of the server */
    public Arrivals(CNode table, int firstSlot) {
        this.table = table;
        this.firstSlot = firstSlot;
    }

    int slot(int caller, int index) {
        return firstSlot + caller * Tag.MAX_CAPABILITIES + index;
    }

    /** Names the slots for the next request. */
    void expect(int caller) {
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            Message.expect(i, Capability.at(slot(caller, i)));
        }
    }

    void clear(int caller) {
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            table.delete(slot(caller, i));
        }
    }
}
