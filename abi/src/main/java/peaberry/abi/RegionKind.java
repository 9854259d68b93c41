package peaberry.abi;

/** What a part of a process's address space is that root mapped there for it. The ordinal is the number in {@link RegionTable}; 0 ends a table. */
public enum RegionKind {
    NONE,
    /** Registers of a PCI function: what one of its base address registers names (its number, 0 to 5). Not cached. */
    REGISTERS,
    /**
     * A structure of a virtio device (its number: {@link VirtioStructure}): the structure alone, at its exact address, which is a multiple of 4. Not cached.
     */
    VIRTIO,
    /** Devices' memory at a fixed physical address. Not cached. */
    DEVICE_MEMORY,
    /** Memory that the process and its PCI function share, in one piece as either sees it. */
    DMA,
    /** Memory that keeps its contents when the process is made anew. */
    KEPT,
    /** The declaration of all processes, read-only: {@link SystemTable}. */
    DECLARATION,
    /** The image of root's program, read-only. */
    ROOT_IMAGE,
    /** What the program was given as arguments: texts, each with a zero behind it; and as environment: of the form {@code NAME=value}. Read-only. */
    ARGUMENTS, ENVIRONMENT;

    private static final RegionKind[] ALL = values();

    /** The kind of that number; {@link #NONE} if there is none. */
    public static RegionKind of(int number) {
        return number >= 0 && number < ALL.length ? ALL[number] : NONE;
    }
}
