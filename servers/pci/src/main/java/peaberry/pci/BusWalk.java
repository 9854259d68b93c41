package peaberry.pci;

/**
 * All functions in the order of their addresses: those of bus 0, and those behind bridges as the firmware numbered the buses. That gives a
 * bus a greater number than the one before it; a bridge that says otherwise is damaged, and leads nowhere. So no walk is endless.
 */
final class BusWalk {

    /** In place of a function where there is none. */
    static final int NONE = -1;

    private static final int BUSES = 256;
    private static final int LAST = 0xFFFF;
    private static final int BUS_SHIFT = 8;
    private static final int LAST_OF_BUS = 0xFF;
    private static final int LAST_OF_DEVICE = 0b111;

    private final ConfigurationSpace space;
    private final Functions functions;
    private final boolean[] reached = new boolean[BUSES];
    private int position;

    BusWalk(ConfigurationSpace space) {
        this.space = space;
        functions = new Functions(space);
    }

    /** The function with {@code index} others before it, or {@link #NONE}. */
    int at(int index) {
        start();
        int function = next();
        for (int before = 0; before < index && function != NONE; before++) {
            function = next();
        }
        return function;
    }

    /** The function of that identity with {@code index} others of it before it, or {@link #NONE}. */
    int find(int vendor, int device, int index) {
        start();
        int before = 0;
        int function = next();
        while (function != NONE && !(is(function, vendor, device) && before++ == index)) {
            function = next();
        }
        return function;
    }

    private boolean is(int function, int vendor, int device) {
        return functions.vendor(function) == vendor && functions.device(function) == device;
    }

    private void start() {
        for (int bus = 0; bus < BUSES; bus++) {
            reached[bus] = bus == 0;
        }
        position = NONE;
    }

    private int next() {
        while (position < LAST) {
            position++;
            if (!reached[position >> BUS_SHIFT]) {
                position |= LAST_OF_BUS;
            } else if (functions.exists(position)) {
                return pass(position);
            } else if (Functions.isFirst(position)) {
                position |= LAST_OF_DEVICE;
            }
        }
        return NONE;
    }

    /** Notes what is behind a function if it is a bridge, and what the walk can leave out. */
    private int pass(int function) {
        if (Functions.isFirst(function) && !functions.hasSeveral(function)) {
            position |= LAST_OF_DEVICE;
        }
        if (functions.isBridge(function)) {
            int behind = space.read8(function, Header.SECONDARY_BUS);
            reached[behind] |= behind > function >> BUS_SHIFT;
        }
        return function;
    }
}
