package peaberry.pci;

/** A function's list of capabilities (PCI Local Bus 3.0, section 6.7). A list that goes in a circle, or out of its place, ends. */
final class Capabilities {

    /** In place of a capability where there is none. */
    static final int NONE = 0;

    static final int MSI = 0x05;
    static final int VENDOR = 0x09;
    static final int EXPRESS = 0x10;
    static final int MSI_X = 0x11;
    static final int ADVANCED_FEATURES = 0x13;

    private static final int IDENTITY = 0;
    private static final int NEXT = 1;
    /** Capabilities are at multiples of 4; the two bits below are reserved. */
    private static final int PLACE = 0xFC;
    /** More find no room, each having at least 4 bytes. */
    static final int MOST = (ConfigurationSpace.BYTES - Header.END) / 4;

    private final ConfigurationSpace space;

    Capabilities(ConfigurationSpace space) {
        this.space = space;
    }

    /** Where a function's first capability of a kind is, or {@link #NONE}. */
    int find(int function, int kind) {
        return find(function, kind, 0);
    }

    /** As {@link #find(int, int)}, but with {@code index} others of that kind before it. There are at most {@link #MOST}. */
    int find(int function, int kind, int index) {
        int before = 0;
        int place = first(function);
        for (int seen = 0; seen < MOST && place >= Header.END; seen++) {
            if (space.read8(function, place + IDENTITY) == kind && before++ == index) {
                return place;
            }
            place = space.read8(function, place + NEXT) & PLACE;
        }
        return NONE;
    }

    private int first(int function) {
        boolean some = (space.read16(function, Header.STATUS) & Header.STATUS_CAPABILITIES) != 0;
        return some ? space.read8(function, Header.CAPABILITIES) & PLACE : NONE;
    }
}
