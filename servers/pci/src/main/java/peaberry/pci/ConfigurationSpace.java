package peaberry.pci;

import peaberry.abi.KernelError;
import peaberry.runtime.Ports;

/**
 * The configuration space of all functions, by mechanism 1 (PCI Local Bus 3.0, section 3.2.2.3.2): 256 bytes a function. Here and
 * everywhere in this server a function is its address, {@code bus * 256 + device * 8 + function}.
 *
 * <p>Where there is no function, or no PCI at all, all bits are read as 1 and what is written is lost; and so it is behind the end of a space, to
 * which a damaged list of capabilities may lead.
 */
class ConfigurationSpace {

    /** Bytes of a function's space; a register is at an offset from 0. */
    static final int BYTES = 256;

    private static final int ADDRESS_PORT = 0xCF8;
    private static final int DATA_PORT = 0xCFC;
    /** In the address: what is done at the data port is done in configuration space. */
    private static final int ENABLE = 1 << 31;
    private static final int FUNCTION_SHIFT = 8;
    /** The address names 32 bits; which of them are meant is said by the data port's address and the width. */
    private static final int WITHIN_WORD = 0b11;

    private Ports ports = Ports.at(0);

    /** @param its 0xCF8 to 0xCFF */
    void start(Ports its) {
        ports = its;
    }

    /** 0 to 255. */
    final int read8(int function, int register) {
        return register < BYTES ? read(function, register, Byte.SIZE) & 0xFF : 0xFF;
    }

    /** 0 to 65,535. @param register a multiple of 2 */
    final int read16(int function, int register) {
        return register < BYTES ? read(function, register, Short.SIZE) & 0xFFFF : 0xFFFF;
    }

    /** @param register a multiple of 4 */
    final int read32(int function, int register) {
        return register < BYTES ? read(function, register, Integer.SIZE) : -1;
    }

    final void write8(int function, int register, int value) {
        if (register < BYTES) {
            write(function, register, Byte.SIZE, value);
        }
    }

    /** @param register a multiple of 2 */
    final void write16(int function, int register, int value) {
        if (register < BYTES) {
            write(function, register, Short.SIZE, value);
        }
    }

    /** @param register a multiple of 4 */
    final void write32(int function, int register, int value) {
        if (register < BYTES) {
            write(function, register, Integer.SIZE, value);
        }
    }

    /** @param register 0 to 255 @param width 8, 16 or 32 bits */
    int read(int function, int register, int width) {
        select(function, register);
        return ports.read(DATA_PORT + (register & WITHIN_WORD), width) == KernelError.NONE ? (int) Ports.readValue() : -1;
    }

    /** As {@link #read}. */
    void write(int function, int register, int width, int value) {
        select(function, register);
        ports.write(DATA_PORT + (register & WITHIN_WORD), width, value);
    }

    private void select(int function, int register) {
        ports.write(ADDRESS_PORT, Integer.SIZE, ENABLE | function << FUNCTION_SHIFT | register & ~WITHIN_WORD);
    }
}
