package peaberry.files.ext4;

import peaberry.runtime.Text;

/**
 * What a disk may have that the first ext2 had not, with the names of e2fsprogs. Linux, Documentation/filesystems/ext4/super.rst, "Feature incompat flags" and
 * "Feature ro compat flags". Features that neither change what is read nor how are left out.
 */
enum Feature {
    COMPRESSION(Kind.INCOMPATIBLE, 0x1, "compression", false),
    /** Directories' entries say of which type they name something. */
    FILE_TYPE(Kind.INCOMPATIBLE, 0x2, "filetype", true),
    /** The journal has to be replayed before anything is read. */
    RECOVERY(Kind.INCOMPATIBLE, 0x4, "needs_recovery", true),
    /** No file system, but the journal of another one. */
    JOURNAL_DEVICE(Kind.INCOMPATIBLE, 0x8, "journal_dev", false),
    META_GROUPS(Kind.INCOMPATIBLE, 0x10, "meta_bg", false),
    EXTENTS(Kind.INCOMPATIBLE, 0x40, "extent", true),
    /** Blocks have numbers of 48 bits, and groups' descriptors are longer. */
    BITS_64(Kind.INCOMPATIBLE, 0x80, "64bit", true),
    MULTIPLE_MOUNTS(Kind.INCOMPATIBLE, 0x100, "mmp", false),
    /** What belongs to a group may be in another one. */
    FLEXIBLE_GROUPS(Kind.INCOMPATIBLE, 0x200, "flex_bg", true),
    ATTRIBUTES_IN_INODES(Kind.INCOMPATIBLE, 0x400, "ea_inode", false),
    DATA_IN_DIRECTORIES(Kind.INCOMPATIBLE, 0x1000, "dirdata", false),
    /** Checksums begin with a number that is noted, not with one made of the disk's identifier. */
    CHECKSUM_SEED(Kind.INCOMPATIBLE, 0x2000, "metadata_csum_seed", true),
    /** Directories' indices have three levels, and directories may be large. */
    LARGE_DIRECTORIES(Kind.INCOMPATIBLE, 0x4000, "large_dir", true),
    DATA_IN_INODES(Kind.INCOMPATIBLE, 0x8000, "inline_data", false),
    ENCRYPTION(Kind.INCOMPATIBLE, 0x1_0000, "encrypt", false),
    CASE_FOLDING(Kind.INCOMPATIBLE, 0x2_0000, "casefold", false),
    /** Only some groups have copies of the superblock. */
    SPARSE_SUPERBLOCKS(Kind.READ_ONLY, 0x1, "sparse_super", true),
    /** How many blocks a file has may be counted in blocks, and with 48 bits. */
    HUGE_FILES(Kind.READ_ONLY, 0x8, "huge_file", true),
    /** Groups' descriptors have checksums of 16 bits. */
    GROUP_CHECKSUMS(Kind.READ_ONLY, 0x10, "uninit_bg", true),
    METADATA_CHECKSUMS(Kind.READ_ONLY, 0x400, "metadata_csum", true);

    /**
     * Of the features that forbid to write to who does not know them, the bits of those that are known: sparse superblocks, large files, huge files, checksums of groups, many
     * subdirectories, larger inodes, checksums of metadata.
     */
    static final int WRITABLE = 0x1 | 0x2 | 0x8 | 0x10 | 0x20 | 0x40 | 0x400;

    /** What somebody may do who does not know of a feature: read, or not even that. */
    enum Kind { READ_ONLY, INCOMPATIBLE }

    private static final Feature[] ALL = values();

    private final Kind kind;
    private final int bit;
    private final String text;
    private final boolean known;

    Feature(Kind kind, int bit, String text, boolean known) {
        this.kind = kind;
        this.bit = bit;
        this.text = text;
        this.known = known;
    }

    /** Whether it is among the features of its kind that a disk has. */
    boolean isIn(int incompatible, int readOnly) {
        return ((kind == Kind.INCOMPATIBLE ? incompatible : readOnly) & bit) != 0;
    }

    /** The features with this one or without it. */
    int set(int features, boolean wanted) {
        return wanted ? features | bit : features & ~bit;
    }

    /** Of a disk's incompatible features, the bits of those without which it cannot be read here. */
    static int unknown(int incompatible) {
        int bits = incompatible;
        for (Feature feature : ALL) {
            bits &= feature.kind == Kind.INCOMPATIBLE && feature.known ? ~feature.bit : -1;
        }
        return bits;
    }

    /** Appends the names of incompatible features, or the bit of one without a name. */
    static void appendNames(Text text, int incompatible) {
        int rest = incompatible;
        for (Feature feature : ALL) {
            if (feature.kind == Kind.INCOMPATIBLE && (incompatible & feature.bit) != 0) {
                text.append(" ").append(feature.text);
                rest &= ~feature.bit;
            }
        }
        if (rest != 0) {
            text.append(" ").hex(rest & 0xFFFF_FFFFL);
        }
    }
}
