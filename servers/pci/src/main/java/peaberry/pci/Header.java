package peaberry.pci;

/** What every function has at the start of its configuration space (PCI Local Bus 3.0, section 6.1; of bridges PCI-to-PCI Bridge 1.2, section 3.2). */
final class Header {

    static final int VENDOR = 0x00;
    static final int DEVICE = 0x02;
    static final int COMMAND = 0x04;
    static final int STATUS = 0x06;
    /** Class, subclass and programming interface, above the revision. */
    static final int CLASS = 0x08;
    static final int CACHE_LINE = 0x0C;
    static final int TYPE = 0x0E;
    /** The first base address register. */
    static final int BASE_ADDRESS = 0x10;
    /** Of a bridge: the bus behind it. */
    static final int SECONDARY_BUS = 0x19;
    static final int ROM_ADDRESS = 0x30;
    static final int CAPABILITIES = 0x34;
    static final int INTERRUPT_LINE = 0x3C;
    /** Where the header ends and capabilities may be. */
    static final int END = 0x40;

    /** Command: the function answers at its I/O ports, or at its memory. */
    static final int COMMAND_IO = 1;
    static final int COMMAND_MEMORY = 1 << 1;
    static final int COMMAND_BUS_MASTER = 1 << 2;
    /** Command: no interrupt by a line. */
    static final int COMMAND_NO_LINE = 1 << 10;

    /** Status: ready for accesses at any time after a reset (PCI Express 5.0, section 7.5.1.1.4). */
    static final int STATUS_READY_AT_ONCE = 1;
    /** Status: there are capabilities. */
    static final int STATUS_CAPABILITIES = 1 << 4;

    /** Type: the device has more functions than number 0. */
    static final int TYPE_SEVERAL_FUNCTIONS = 1 << 7;
    /** Type: how the rest of the header is to be read. */
    static final int TYPE_LAYOUT = 0x7F;
    static final int LAYOUT_ENDPOINT = 0;
    static final int LAYOUT_BRIDGE = 1;

    /** The vendor that nobody is: there is no function. */
    static final int NO_VENDOR = 0xFFFF;
    static final int CLASS_SHIFT = 8;

    private Header() {
    }
}
