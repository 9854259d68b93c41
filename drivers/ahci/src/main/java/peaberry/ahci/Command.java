package peaberry.ahci;

/** The commands that the disk is given (ATA/ATAPI Command Set 3, "Command descriptions"). */
enum Command {
    /** Tells what the disk is: {@link Identity}. */
    IDENTIFY_DEVICE(0xEC, Transfer.FROM_DISK),
    READ_DMA_EXT(0x25, Transfer.FROM_DISK),
    WRITE_DMA_EXT(0x35, Transfer.TO_DISK),
    /** Ends when these sectors are where they stay without power ("force unit access"). Not every disk has it. */
    WRITE_DMA_FUA_EXT(0x3D, Transfer.TO_DISK),
    /** Ends when everything that was written is where it stays without power. */
    FLUSH_CACHE_EXT(0xEA, Transfer.NONE);

    /** Which way data goes. */
    enum Transfer {
        NONE, FROM_DISK, TO_DISK
    }

    private final int code;
    private final Transfer transfer;

    Command(int code, Transfer transfer) {
        this.code = code;
        this.transfer = transfer;
    }

    /** As the disk knows it, 0 to 255. */
    int code() {
        return code;
    }

    Transfer transfer() {
        return transfer;
    }
}
