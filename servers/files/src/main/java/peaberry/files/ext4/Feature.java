package peaberry.files.ext4;

/**
 * What a disk may have that the first ext2 had not. Linux, Documentation/filesystems/ext4/super.rst, "Feature compat flags" and the two after it.
 */
enum Feature {
    /** Directories' entries say of which type they name something. */
    FILE_TYPE(Kind.INCOMPATIBLE, 0x2),
    /** The journal has to be replayed before anything is read. */
    RECOVERY(Kind.INCOMPATIBLE, 0x4),
    EXTENTS(Kind.INCOMPATIBLE, 0x40),
    /** Blocks have numbers of 48 bits, and groups' descriptors are longer. */
    BITS_64(Kind.INCOMPATIBLE, 0x80),
    /** What belongs to a group may be in another one. */
    FLEXIBLE_GROUPS(Kind.INCOMPATIBLE, 0x200),
    /** Checksums begin with a number that is noted, not with one made of the disk's identifier. */
    CHECKSUM_SEED(Kind.INCOMPATIBLE, 0x2000),
    /** Directories' indices have three levels, and directories may be large. */
    LARGE_DIRECTORIES(Kind.INCOMPATIBLE, 0x4000),
    SPARSE_SUPERBLOCKS(Kind.READ_ONLY, 0x1),
    LARGE_FILES(Kind.READ_ONLY, 0x2),
    /** How many blocks a file has may be counted in blocks, and with 48 bits. */
    HUGE_FILES(Kind.READ_ONLY, 0x8),
    /** Groups' descriptors have checksums of 16 bits. */
    GROUP_CHECKSUMS(Kind.READ_ONLY, 0x10),
    /** A directory may have more subdirectories than it can count. */
    MANY_SUBDIRECTORIES(Kind.READ_ONLY, 0x20),
    /** Inodes say how much more they have than 128 bytes. */
    EXTRA_SIZE(Kind.READ_ONLY, 0x40),
    METADATA_CHECKSUMS(Kind.READ_ONLY, 0x400);

    /** What somebody may do who does not know of a feature: read, or not even that. */
    enum Kind { READ_ONLY, INCOMPATIBLE }

    private static final Feature[] ALL = values();

    private final Kind kind;
    private final int bit;

    Feature(Kind kind, int bit) {
        this.kind = kind;
        this.bit = bit;
    }

    Kind kind() {
        return kind;
    }

    int bit() {
        return bit;
    }

    /** The bits of all that are known of a kind. */
    static int known(Kind kind) {
        int bits = 0;
        for (Feature feature : ALL) {
            bits |= feature.kind == kind ? feature.bit : 0;
        }
        return bits;
    }
}
