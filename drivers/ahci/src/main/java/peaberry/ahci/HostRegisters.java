package peaberry.ahci;

import peaberry.abi.RegionKind;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/**
 * The registers of an AHCI controller and their bits (Serial ATA AHCI specification 1.3.1, sections 3.1 and 3.3), of 32 bits each, in the
 * memory that its sixth base address register names.
 */
class HostRegisters {

    /** Capabilities. */
    static final int CAP = 0x00;
    /** Addresses of memory may have 64 bits. */
    static final int CAP_64_BIT = 1 << 31;

    /** Global control. */
    static final int GHC = 0x04;
    /** Set to reset the controller, which clears it when it is done. */
    static final int GHC_RESET = 1;
    static final int GHC_INTERRUPT_ENABLE = 1 << 1;
    static final int GHC_AHCI_ENABLE = 1 << 31;

    /** Interrupts, a bit for each port; a bit that is written is cleared. */
    static final int IS = 0x08;
    /** The ports that there are, a bit for each. */
    static final int PI = 0x0C;
    /** The most ports of any controller. */
    static final int MAX_PORTS = 32;

    /** A port's registers, by what {@link #ofPort} adds: the address of the command list. */
    static final int PORT_CLB = 0x00;
    static final int PORT_CLB_HIGH = 0x04;
    /** The address of where FISes from the device go. */
    static final int PORT_FB = 0x08;
    static final int PORT_FB_HIGH = 0x0C;

    /** What happened at the port; a bit that is written is cleared. */
    static final int PORT_IS = 0x10;
    /** A register FIS of the device, by which a command ends. */
    static final int PORT_IS_REGISTER_FIS = 1;
    /** A device came or went. */
    static final int PORT_IS_CONNECT_CHANGE = 1 << 6;
    /** The device sent more than the command has room for. */
    static final int PORT_IS_OVERFLOW = 1 << 24;
    /** The link failed in a way that ends the command. */
    static final int PORT_IS_INTERFACE_FATAL = 1 << 27;
    /** The controller could not use memory: an error of data, and one of the address. */
    static final int PORT_IS_HOST_DATA = 1 << 28;
    static final int PORT_IS_HOST_FATAL = 1 << 29;
    /** The device ended the command with an error. */
    static final int PORT_IS_TASK_FILE_ERROR = 1 << 30;
    /** After these nothing at the port can be relied on. */
    static final int PORT_IS_FATAL =
            PORT_IS_CONNECT_CHANGE | PORT_IS_OVERFLOW | PORT_IS_INTERFACE_FATAL | PORT_IS_HOST_DATA | PORT_IS_HOST_FATAL;

    /** Of what is in {@link #PORT_IS}, what interrupts. */
    static final int PORT_IE = 0x14;

    static final int PORT_CMD = 0x18;
    /** Commands are worked on. */
    static final int PORT_CMD_START = 1;
    static final int PORT_CMD_SPIN_UP = 1 << 1;
    static final int PORT_CMD_POWER_ON = 1 << 2;
    /** FISes of the device are taken to memory. */
    static final int PORT_CMD_FIS_ENABLE = 1 << 4;
    /** They still are. */
    static final int PORT_CMD_FIS_RUNNING = 1 << 14;
    /** Commands are still worked on. */
    static final int PORT_CMD_RUNNING = 1 << 15;

    /** The device's status, in the low byte, and error. */
    static final int PORT_TFD = 0x20;
    static final int PORT_TFD_ERROR = 1;
    static final int PORT_TFD_DATA_REQUEST = 1 << 3;
    static final int PORT_TFD_DEVICE_FAULT = 1 << 5;
    static final int PORT_TFD_BUSY = 1 << 7;

    /** What kind of device it is. */
    static final int PORT_SIG = 0x24;
    static final int PORT_SIG_ATA = 0x0000_0101;

    /** State of the link. */
    static final int PORT_SSTS = 0x28;
    static final int PORT_SSTS_DETECTION = 0xF;
    /** A device is there, and the link stands. */
    static final int PORT_SSTS_LINKED = 3;

    /** Control of the link. */
    static final int PORT_SCTL = 0x2C;
    /** The link does not fall asleep: neither partial nor slumber. */
    static final int PORT_SCTL_STAY_AWAKE = 3 << 8;

    /** Errors of the link; a bit that is written is cleared. */
    static final int PORT_SERR = 0x30;
    /** Commands that are issued, a bit for each slot: set by the driver, cleared by the controller at the end of the command. */
    static final int PORT_CI = 0x38;

    /** Clears every bit of a register whose bits are cleared by writing them. */
    static final int ALL = -1;

    /** The base address register that names them. */
    private static final int BASE_ADDRESS_REGISTER = 5;
    private static final int FIRST_PORT = 0x100;
    private static final int PORT_BYTES = 0x80;
    /**
     * How often a register is looked at before its device is given up. A look goes over the bus, which takes a tenth of a microsecond at
     * least: so that is a second or more, the longest that a reset may take (10.4.3).
     */
    static final int MOST_LOOKS = 10_000_000;

    private final Region registers = new Region();

    /** Finds the registers. @param device its name in the declaration @return whether there are any */
    final boolean open(String device) {
        return Regions.open(registers, device, RegionKind.REGISTERS, BASE_ADDRESS_REGISTER);
    }

    /** Where a port's register is. @param port from 0, below {@link #MAX_PORTS} */
    static int ofPort(int port, int register) {
        return FIRST_PORT + port * PORT_BYTES + register;
    }

    int read(int register) {
        return registers.int32(register);
    }

    void write(int register, int value) {
        registers.setInt32(register, value);
    }

    final void set(int register, int bits) {
        write(register, read(register) | bits);
    }

    final void clear(int register, int bits) {
        write(register, read(register) & ~bits);
    }

    /** Waits until those bits of a register that {@code mask} has are {@code value}. @return false if that takes longer than it may */
    final boolean await(int register, int mask, int value) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if ((read(register) & mask) == value) {
                return true;
            }
        }
        return false;
    }
}
