package peaberry.pci;

/** MSI: the one message that a function without a table writes, in configuration space (PCI Local Bus 3.0, section 6.8.1). */
final class SingleMessage {

    private static final int CONTROL = 2;
    private static final int CONTROL_ENABLE = 1;
    /** How many messages the function may tell apart, as a power of two. */
    private static final int CONTROL_SEVERAL = 0b111 << 4;
    private static final int CONTROL_64_BITS = 1 << 7;
    private static final int CONTROL_MASKS = 1 << 8;
    private static final int ADDRESS = 4;
    private static final int ADDRESS_HIGH = 8;
    /** Data and masks are here with an address of 32 bits, and further on with one of 64. */
    private static final int DATA = 8;
    private static final int MASKS = 12;
    private static final int HIGH_BYTES = 4;
    private static final int MOST_DATA = 0xFFFF;

    private final ConfigurationSpace space;
    private final Capabilities capabilities;

    SingleMessage(ConfigurationSpace space) {
        this.space = space;
        capabilities = new Capabilities(space);
    }

    /** Lets a function write the message. @return false if it cannot write this one: it writes none then */
    boolean enable(int function, long address, int data) {
        int place = capabilities.find(function, Capabilities.MSI);
        if (place == Capabilities.NONE || data < 0 || data > MOST_DATA || address >>> Integer.SIZE != 0 && !is(function, place, CONTROL_64_BITS)) {
            return false;
        }
        int behind = is(function, place, CONTROL_64_BITS) ? HIGH_BYTES : 0;
        int off = space.read16(function, place + CONTROL) & ~(CONTROL_ENABLE | CONTROL_SEVERAL);
        space.write16(function, place + CONTROL, off);
        space.write32(function, place + ADDRESS, (int) address);
        if (behind != 0) {
            space.write32(function, place + ADDRESS_HIGH, (int) (address >>> Integer.SIZE));
        }
        space.write16(function, place + DATA + behind, data);
        if (is(function, place, CONTROL_MASKS)) {
            space.write32(function, place + MASKS + behind, 0);
        }
        space.write16(function, place + CONTROL, off | CONTROL_ENABLE);
        return true;
    }

    /** No message is written any more. */
    void disable(int function) {
        int place = capabilities.find(function, Capabilities.MSI);
        if (place != Capabilities.NONE) {
            space.write16(function, place + CONTROL, space.read16(function, place + CONTROL) & ~CONTROL_ENABLE);
        }
    }

    private boolean is(int function, int place, int flag) {
        return (space.read16(function, place + CONTROL) & flag) != 0;
    }
}
