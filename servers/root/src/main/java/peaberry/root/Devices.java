package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.runtime.InterruptControl;
import peaberry.runtime.PortControl;
import peaberry.runtime.RootMemory;

/**
 * The ports and interrupts that root handed out. Root keeps each for itself, once, and gives away copies, which vanish
 * with their holder.
 */
final class Devices {

    private static final int MAX_DEVICES = 64;

    private static final PortControl PORTS = PortControl.at(BootInfo.IO_PORT_CONTROL);
    private static final InterruptControl INTERRUPTS = InterruptControl.at(BootInfo.IRQ_CONTROL);

    private static final int[] portFirst = new int[MAX_DEVICES];
    private static final int[] portLast = new int[MAX_DEVICES];
    private static final int[] portSlot = new int[MAX_DEVICES];
    private static int portRanges;

    private static final int[] interruptLine = new int[MAX_DEVICES];
    private static final int[] interruptSlot = new int[MAX_DEVICES];
    private static int interruptLines;

    private Devices() {
    }

    /** Takes all ports and interrupts that are declared. */
    static void prepare() {
        for (int number = 1; number <= Archive.SYSTEM.processes(); number++) {
            GrantTable grants = Archive.SYSTEM.grants(number);
            for (int row = 0; row < grants.rows(); row++) {
                if (grants.kind(row) == GrantKind.PORTS || grants.kind(row) == GrantKind.READ_ONLY_PORTS) {
                    ports((int) grants.first(row), (int) grants.second(row));
                } else if (grants.kind(row) == GrantKind.INTERRUPT) {
                    interrupt((int) grants.first(row));
                }
            }
        }
    }

    /** Root's slot with the ports {@code first} to {@code last}; {@link Slots#NONE} if the kernel refuses them. */
    static int ports(int first, int last) {
        for (int i = 0; i < portRanges; i++) {
            if (portFirst[i] == first && portLast[i] == last) {
                return portSlot[i];
            }
        }
        int slot = portRanges == MAX_DEVICES ? Slots.NONE : Slots.take();
        if (slot == Slots.NONE) {
            return Slots.NONE;
        }
        boolean issued = Slots.isFilled(slot) || PORTS.issue(first, last, Slots.OWN, slot) == KernelError.NONE;
        portFirst[portRanges] = first;
        portLast[portRanges] = last;
        portSlot[portRanges] = issued ? slot : Slots.NONE;
        return portSlot[portRanges++];
    }

    /** Whether root's slot is one of devices' memory. */
    static boolean isMemory(int slot) {
        return slot >= memorySlot(0) && slot < memorySlot(memoryBlocks());
    }

    /** Root's slot with the block of devices' memory that starts at a physical address, or {@link Slots#NONE}. */
    static int memory(long address) {
        for (int block = 0; block < memoryBlocks(); block++) {
            if (memoryBase(block) == address) {
                return memorySlot(block);
            }
        }
        return Slots.NONE;
    }

    /** How many blocks of devices' memory the kernel gave. */
    static int memoryBlocks() {
        return (int) RootMemory.bootInfo(BootInfo.DEVICE_COUNT);
    }

    /** The first physical address of a block. @param block 0 to {@link #memoryBlocks} - 1 */
    static long memoryBase(int block) {
        return RootMemory.bootInfo(BootInfo.DEVICES + block * 2 * Long.BYTES);
    }

    /** log2 of the bytes of a block. */
    static int memoryBits(int block) {
        return (int) RootMemory.bootInfo(BootInfo.DEVICES + (block * 2 + 1) * Long.BYTES);
    }

    /** Root's slot with a block: they stand behind all other memory. */
    static int memorySlot(int block) {
        return (int) (BootInfo.FIRST_UNTYPED + RootMemory.bootInfo(BootInfo.UNTYPED_COUNT)) + block;
    }

    /** Root's slot with the handler of an interrupt line; {@link Slots#NONE} if the kernel refuses it. */
    static int interrupt(int line) {
        for (int i = 0; i < interruptLines; i++) {
            if (interruptLine[i] == line) {
                return interruptSlot[i];
            }
        }
        int slot = interruptLines == MAX_DEVICES ? Slots.NONE : Slots.take();
        if (slot == Slots.NONE) {
            return Slots.NONE;
        }
        boolean issued = Slots.isFilled(slot) || INTERRUPTS.issue(line, Slots.OWN, slot) == KernelError.NONE;
        interruptLine[interruptLines] = line;
        interruptSlot[interruptLines] = issued ? slot : Slots.NONE;
        return interruptSlot[interruptLines++];
    }
}
