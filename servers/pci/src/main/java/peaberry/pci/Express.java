package peaberry.pci;

/** The PCI Express capability of a function (PCI Express 5.0, section 7.5.3). A function without one has no control, and no transactions to wait for. */
final class Express {

    private static final int CAPABILITIES = 0x02;
    private static final int VERSION = 0xF;
    private static final int DEVICE_CAPABILITIES = 0x04;
    private static final int CAN_RESET = 1 << 28;
    private static final int DEVICE_CONTROL = 0x08;
    private static final int RESET = 1 << 15;
    private static final int DEVICE_STATUS = 0x0A;
    private static final int TRANSACTIONS_PENDING = 1 << 5;
    private static final int DEVICE_CONTROL_2 = 0x28;

    private final ConfigurationSpace space;
    private final Capabilities capabilities;

    Express(ConfigurationSpace space) {
        this.space = space;
        capabilities = new Capabilities(space);
    }

    /** Among others: how long the packets are that the function sends. */
    int control(int function) {
        return read16(function, DEVICE_CONTROL) & ~RESET;
    }

    void setControl(int function, int value) {
        write16(function, DEVICE_CONTROL, value);
    }

    /** Among others: how long the function waits for an answer. Only from version 2 of the capability on: 0 before. */
    int secondControl(int function) {
        return hasSecondControl(function) ? read16(function, DEVICE_CONTROL_2) : 0;
    }

    void setSecondControl(int function, int value) {
        if (hasSecondControl(function)) {
            write16(function, DEVICE_CONTROL_2, value);
        }
    }

    boolean canReset(int function) {
        return (read16(function, DEVICE_CAPABILITIES + 2) << Short.SIZE & CAN_RESET) != 0;
    }

    /** Starts a function level reset. */
    void reset(int function) {
        write16(function, DEVICE_CONTROL, control(function) | RESET);
    }

    /** Whether the function waits for answers to what it asked memory. */
    boolean hasTransactions(int function) {
        return (read16(function, DEVICE_STATUS) & TRANSACTIONS_PENDING) != 0;
    }

    private boolean hasSecondControl(int function) {
        return (read16(function, CAPABILITIES) & VERSION) > 1;
    }

    private int read16(int function, int register) {
        int place = capabilities.find(function, Capabilities.EXPRESS);
        return place == Capabilities.NONE ? 0 : space.read16(function, place + register);
    }

    private void write16(int function, int register, int value) {
        int place = capabilities.find(function, Capabilities.EXPRESS);
        if (place != Capabilities.NONE) {
            space.write16(function, place + register, value);
        }
    }
}
