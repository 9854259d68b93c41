package peaberry.kernel.explore;

import peaberry.machine.simulated.SimulatedMemory;

/** Bytes of the simulated memory as cells, eight in each. */
final class ByteAccess implements FieldAccess {

    private final SimulatedMemory memory;
    private final long address;
    private final int words;

    ByteAccess(SimulatedMemory memory, long address, int words) {
        this.memory = memory;
        this.address = address;
        this.words = words;
    }

    @Override
    public int cells() {
        return words;
    }

    @Override
    public void save(Object object, long[] into, int at, Names names) {
        for (int word = 0; word < words; word++) {
            into[at + word] = memory.loadLong(address + 8L * word);
        }
    }

    @Override
    public void load(Object object, long[] from, int at, Names names) {
        for (int word = 0; word < words; word++) {
            memory.storeLong(address + 8L * word, from[at + word]);
        }
    }
}
