package peaberry.pci;

/** What a function says about itself. */
final class Functions {

    /** A device's function number 0 has an address with these bits 0. */
    private static final int FUNCTION_MASK = 0b111;

    private final ConfigurationSpace space;

    Functions(ConfigurationSpace space) {
        this.space = space;
    }

    /** Whether there is a function. Only a device with several has others than number 0: one with a single one may answer at each. */
    boolean exists(int function) {
        return answers(function) && (isFirst(function) || hasSeveral(function & ~FUNCTION_MASK));
    }

    /** Whether there is one that is no bridge. */
    boolean isEndpoint(int function) {
        return exists(function) && layout(function) == Header.LAYOUT_ENDPOINT;
    }

    boolean isBridge(int function) {
        return layout(function) == Header.LAYOUT_BRIDGE;
    }

    /** Whether it is number 0 of its device. */
    static boolean isFirst(int function) {
        return (function & FUNCTION_MASK) == 0;
    }

    /** Whether a device has more functions than this one, its first. */
    boolean hasSeveral(int first) {
        return answers(first) && (space.read8(first, Header.TYPE) & Header.TYPE_SEVERAL_FUNCTIONS) != 0;
    }

    int vendor(int function) {
        return space.read16(function, Header.VENDOR);
    }

    int device(int function) {
        return space.read16(function, Header.DEVICE);
    }

    /** 24 bits: class, subclass, programming interface. */
    int classCode(int function) {
        return space.read32(function, Header.CLASS) >>> Header.CLASS_SHIFT;
    }

    private boolean answers(int function) {
        return vendor(function) != Header.NO_VENDOR;
    }

    private int layout(int function) {
        return space.read8(function, Header.TYPE) & Header.TYPE_LAYOUT;
    }
}
