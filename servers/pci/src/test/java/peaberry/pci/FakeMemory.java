package peaberry.pci;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Devices' memory in the hands of a test: everywhere, or nowhere. */
class FakeMemory extends DeviceMemory {

    boolean isThere = true;
    /** Where something was written. */
    final Set<Long> written = new TreeSet<>();

    private final Map<Long, Integer> bytes = new HashMap<>();

    final void set32(long address, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            set8(address + i, value >>> 8 * i);
        }
    }

    final void set8(long address, int value) {
        bytes.put(address, value & 0xFF);
    }

    final int get32(long address) {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value |= bytes.getOrDefault(address + i, 0) << 8 * i;
        }
        return value;
    }

    @Override
    int read8(long address) {
        return isThere ? bytes.getOrDefault(address, 0) : NOTHING;
    }

    @Override
    int read32(long address) {
        return isThere ? get32(address) : NOTHING;
    }

    @Override
    boolean write8(long address, int value) {
        if (isThere) {
            written.add(address);
            set8(address, value);
        }
        return isThere;
    }

    @Override
    boolean write32(long address, int value) {
        if (isThere) {
            written.add(address);
            set32(address, value);
        }
        return isThere;
    }
}
