package peaberry.pci;

/** A function in the hands of a test: bytes, and which of their bits can be written. */
class FakeFunction {

    private static final int ALL = 0xFFFF_FFFF;
    private static final int COMMAND_BITS = 0x0507;

    private final byte[] bytes = new byte[ConfigurationSpace.BYTES];
    private final byte[] writable = new byte[ConfigurationSpace.BYTES];
    private int lastCapability;
    private int room = Header.END;

    FakeFunction(int vendor, int device) {
        set(Header.VENDOR, Short.SIZE, vendor);
        set(Header.DEVICE, Short.SIZE, device);
        allow(Header.COMMAND, Short.SIZE, COMMAND_BITS);
        allow(Header.INTERRUPT_LINE, Byte.SIZE, ALL);
    }

    /** A bridge to a bus. */
    static FakeFunction bridgeTo(int bus) {
        FakeFunction bridge = new FakeFunction(0x1B36, 0x000C);
        bridge.set(Header.TYPE, Byte.SIZE, Header.LAYOUT_BRIDGE);
        bridge.set(Header.SECONDARY_BUS, Byte.SIZE, bus);
        return bridge;
    }

    /** Its device says that it has several functions. */
    FakeFunction amongSeveral() {
        set(Header.TYPE, Byte.SIZE, get(Header.TYPE, Byte.SIZE) | Header.TYPE_SEVERAL_FUNCTIONS);
        return this;
    }

    /** A base address register of 32 bits, which the firmware set. @param size 0 if no bit can be written */
    FakeFunction memory32(int bar, long base, long size) {
        set(at(bar), Integer.SIZE, (int) base);
        allow(at(bar), Integer.SIZE, (int) (size == 0 ? 0 : -size));
        return this;
    }

    /** One of 64 bits; it takes two numbers. */
    FakeFunction memory64(int bar, long base, long size) {
        int prefetchable64Bits = 0b1100;
        memory32(bar, base | prefetchable64Bits, 0);
        allow(at(bar), Integer.SIZE, (int) -size);
        set(at(bar + 1), Integer.SIZE, (int) (base >>> 32));
        allow(at(bar + 1), Integer.SIZE, (int) (-size >>> 32));
        return this;
    }

    static int at(int bar) {
        return Header.BASE_ADDRESS + 4 * bar;
    }

    /** Adds a capability of so many bytes. @return where it is */
    int capability(int kind, int size) {
        int place = room;
        room += size + 3 & ~3;
        set(Header.STATUS, Short.SIZE, get(Header.STATUS, Short.SIZE) | Header.STATUS_CAPABILITIES);
        set(lastCapability == 0 ? Header.CAPABILITIES : lastCapability + 1, Byte.SIZE, place);
        set(place, Byte.SIZE, kind);
        lastCapability = place;
        return place;
    }

    final int get(int register, int width) {
        int value = 0;
        for (int i = 0; i < width / 8; i++) {
            value |= (bytes[register + i] & 0xFF) << 8 * i;
        }
        return value;
    }

    /** Says what is there, written or not. */
    final void set(int register, int width, int value) {
        for (int i = 0; i < width / 8; i++) {
            bytes[register + i] = (byte) (value >>> 8 * i);
        }
    }

    /** Says which bits can be written. */
    final void allow(int register, int width, int bits) {
        for (int i = 0; i < width / 8; i++) {
            writable[register + i] = (byte) (bits >>> 8 * i);
        }
    }

    int read(int register, int width) {
        return get(register, width);
    }

    void write(int register, int width, int value) {
        for (int i = 0; i < width / 8; i++) {
            int mask = writable[register + i] & 0xFF;
            bytes[register + i] = (byte) (bytes[register + i] & ~mask | value >>> 8 * i & mask);
        }
    }
}
