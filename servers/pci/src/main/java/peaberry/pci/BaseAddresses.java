package peaberry.pci;

import peaberry.bus.PciBus;

/**
 * Where a function's memory is and how much (PCI Local Bus 3.0, section 6.2.5.1). What says nonsense counts as none: the size is a power of two,
 * the base is a multiple of it, and not 0.
 */
final class BaseAddresses {

    private static final int REGISTER_BYTES = 4;
    /** The register is one of I/O ports. */
    private static final int IO = 1;
    /** How wide a memory register is, and that the next one is its upper half. */
    private static final int TYPE = 0b110;
    private static final int TYPE_64_BITS = 0b100;
    /** What is no address in a register of memory. */
    private static final long FLAGS = 0b1111;
    private static final int ALL_ONES = -1;
    private static final long LOW = 0xFFFF_FFFFL;

    private final ConfigurationSpace space;
    private final SavedHeader saved;
    private final long[] bases = new long[PciBus.BARS];
    private final long[] sizes = new long[PciBus.BARS];

    /** @param saved where the addresses are meanwhile */
    BaseAddresses(ConfigurationSpace space, SavedHeader saved) {
        this.space = space;
        this.saved = saved;
    }

    /** Looks at an endpoint's registers. Meanwhile it does not answer at its memory; then all is as before. */
    void read(int function) {
        saved.save(function);
        int command = space.read16(function, Header.COMMAND);
        space.write16(function, Header.COMMAND, command & ~(Header.COMMAND_IO | Header.COMMAND_MEMORY));
        clear();
        int number = 0;
        while (number < PciBus.BARS) {
            number += readOne(function, number);
        }
        saved.restore();
    }

    /** There are none. */
    void clear() {
        for (int number = 0; number < PciBus.BARS; number++) {
            bases[number] = 0;
            sizes[number] = 0;
        }
    }

    /** The physical address that a register names; 0 if there is none. @param number 0 to 5 */
    long base(int number) {
        return bases[number];
    }

    /** The bytes there; 0 if there are none. @param number 0 to 5 */
    long size(int number) {
        return sizes[number];
    }

    /** Whether so many bytes from an offset on are memory that a register names. @param number any */
    boolean contain(int number, long offset, long bytes) {
        return number < PciBus.BARS && offset <= sizes[number] - bytes;
    }

    /** @return how many registers that was */
    private int readOne(int function, int number) {
        int low = space.read32(function, at(number));
        if ((low & IO) != 0) {
            return 1;
        }
        if ((low & TYPE) != TYPE_64_BITS) {
            take(number, low & LOW, ~LOW | mask(function, number));
            return 1;
        }
        if (number + 1 < PciBus.BARS) {
            long high = space.read32(function, at(number + 1)) & LOW;
            take(number, high << Integer.SIZE | low & LOW, mask(function, number + 1) << Integer.SIZE | mask(function, number));
        }
        return 2;
    }

    /** Writes ones, of which those stay that are bits of the address. */
    private long mask(int function, int number) {
        space.write32(function, at(number), ALL_ONES);
        return space.read32(function, at(number)) & LOW;
    }

    private void take(int number, long register, long mask) {
        long base = register & ~FLAGS;
        long size = -(mask & ~FLAGS);
        if (size > 0 && Long.bitCount(size) == 1 && base > 0 && (base & size - 1) == 0) {
            bases[number] = base;
            sizes[number] = size;
        }
    }

    private static int at(int number) {
        return Header.BASE_ADDRESS + number * REGISTER_BYTES;
    }
}
