package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.runtime.Message;

/** The configuration of a function of PCI bus 0, through the PC's two ports: PCI Local Bus 3.0, 3.2.2.3.2 and chapter 6. */
final class PciFunction {

    static final int COMMAND = 0x04;
    static final int MEMORY_AND_MASTER = 6;
    static final int BASE_ADDRESS_0 = 0x10;
    private static final int CAPABILITIES = 0x34;
    private static final int MESSAGES = 0x05;
    private static final int MESSAGES_ON = 1 << 16;
    private static final int ADDRESS_HIGH = 8;
    private static final int DATA = 12;

    private static final int ADDRESS_PORT = 0xCF8;
    private static final int DATA_PORT = 0xCFC;
    private static final int LAST_PORT = 0xCFF;
    private static final int ENABLED = 1 << 31;
    private static final int DOUBLE_WORD = 32;
    private static final int DEVICES = 32;
    private static final int NONE = -1;

    private static final PciFunction FUNCTION = new PciFunction();

    private int ports;
    private int number;

    private PciFunction() {
    }

    /** The first device with this identity (vendor in the low half), or null if there is none. */
    static PciFunction find(int identity) {
        FUNCTION.ports = Fresh.slot();
        Check.done(PortRange.issue(ADDRESS_PORT, LAST_PORT, FUNCTION.ports), "issuing the configuration ports");
        for (int device = 0; device < DEVICES; device++) {
            FUNCTION.number = device << 3;
            if (FUNCTION.read(0) == identity) {
                return FUNCTION;
            }
        }
        return null;
    }

    /** Bus, device and function, as the kernel counts them. */
    int number() {
        return number;
    }

    int read(int register) {
        select(register);
        Check.done(Kernel.call(ports, Invocation.IO_PORT_READ, DATA_PORT, DOUBLE_WORD), "reading the configuration");
        return (int) Message.word(0);
    }

    void write(int register, int value) {
        select(register);
        Check.done(Kernel.call(ports, Invocation.IO_PORT_WRITE, DATA_PORT, DOUBLE_WORD, value), "writing the configuration");
    }

    /** Says where the function writes what to interrupt, in its capability with an address of 64 bits: 6.8.1. */
    void sendMessages(long address, int data) {
        int capability = messages();
        Check.that(capability != NONE, "that the device has messages");
        if (capability != NONE) {
            write(capability + Integer.BYTES, (int) address);
            write(capability + ADDRESS_HIGH, (int) (address >>> Integer.SIZE));
            write(capability + DATA, data);
            write(capability, read(capability) | MESSAGES_ON);
        }
    }

    private int messages() {
        int capability = read(CAPABILITIES) & 0xFC;
        for (int steps = 0; capability != 0 && steps < DEVICES; steps++) {
            int header = read(capability);
            if ((header & 0xFF) == MESSAGES) {
                return capability;
            }
            capability = header >>> 8 & 0xFC;
        }
        return NONE;
    }

    private void select(int register) {
        Check.done(Kernel.call(ports, Invocation.IO_PORT_WRITE, ADDRESS_PORT, DOUBLE_WORD, ENABLED | number << 8 | register),
                "choosing a register");
    }
}
