package peaberry.files.ext4;

import peaberry.abi.ByteSource;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** A file, directory or link, as the disk describes it: a copy, checked. Linux, Documentation/filesystems/ext4/inodes.rst. */
public final class Inode {

    private static final int MODE = 0x0;
    private static final int OWNER = 0x2;
    private static final int SIZE = 0x4;
    private static final int ACCESSED = 0x8;
    private static final int CHANGED = 0xC;
    private static final int MODIFIED = 0x10;
    private static final int DELETED = 0x14;
    private static final int GROUP = 0x18;
    private static final int LINKS = 0x1A;
    private static final int SECTORS = 0x1C;
    private static final int FLAGS = 0x20;
    private static final int MAP = 0x28;
    private static final int GENERATION = 0x64;
    private static final int ATTRIBUTES = 0x68;
    private static final int SIZE_HIGH = 0x6C;
    private static final int SECTORS_HIGH = 0x74;
    private static final int ATTRIBUTES_HIGH = 0x76;
    private static final int OWNER_HIGH = 0x78;
    private static final int GROUP_HIGH = 0x7A;
    private static final int CHECKSUM = 0x7C;
    private static final int BEHIND_CHECKSUM = 0x7E;
    private static final int OLD_BYTES = 0x80;
    private static final int EXTRA_BYTES = 0x80;
    private static final int CHECKSUM_HIGH = 0x82;
    private static final int BEHIND_CHECKSUM_HIGH = 0x84;
    private static final int CHANGED_EXTRA = 0x84;
    /** As many bytes are in use behind the old ones, as with Linux: up to the time when it was made. */
    private static final int NEW_EXTRA_BYTES = 0x20;
    private static final int MODIFIED_EXTRA = 0x88;
    private static final int ACCESSED_EXTRA = 0x8C;

    private static final int FLAG_INDEXED = 0x1000;
    private static final int FLAG_HUGE = 0x4_0000;
    private static final int FLAG_EXTENTS = 0x8_0000;

    private static final int TYPE_SHIFT = 12;
    private static final int PERMISSIONS = 07777;
    private static final int SET_IDS = 06000;
    private static final int CHECKSUM_BITS = 16;
    private static final int SECTOR_SHIFT = 9;

    private final Volume volume;
    private final InodeMap map = new InodeMap();
    private long number;
    /** Where it is: the block, and its place in that. */
    private long block;
    private long offset;
    private boolean isNew;
    /** Whether one without a name is wanted. */
    private boolean orphan;
    private int mode;
    private int flags;
    private int generation;
    private long owner;
    private long group;
    private int links;
    private int deleted;
    private long attributes;
    private long size;
    private long used;
    private final Timestamp accessed = new Timestamp();
    private final Timestamp modified = new Timestamp();
    private final Timestamp changed = new Timestamp();

    public Inode(Volume volume) {
        this.volume = volume;
    }

    /** Becomes a copy of one, though it may have no name any more. */
    public Outcome readAny(long wanted) {
        orphan = true;
        Outcome outcome = read(wanted);
        orphan = false;
        return outcome;
    }

    /** Becomes a copy of one. {@link Outcome#DAMAGED} also if there is none of that number. */
    public Outcome read(long wanted) {
        Outcome outcome = locate(wanted);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = volume.find(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        number = wanted;
        return copy(volume.memory(), at + offset, volume.superblock().inodeBytes());
    }

    /** Finds the block that an inode is in, and where in it. */
    private Outcome locate(long wanted) {
        Superblock superblock = volume.superblock();
        if (wanted < 1 || wanted > superblock.inodes()) {
            return Outcome.DAMAGED;
        }
        volume.begin();
        Outcome outcome = volume.groups().read((wanted - 1) / superblock.inodesInGroup());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long index = (wanted - 1) % superblock.inodesInGroup();
        if (index >= volume.groups().usedInodes()) {
            return Outcome.DAMAGED;
        }
        long position = index * superblock.inodeBytes();
        block = volume.groups().inodeTable() + position / superblock.blockBytes();
        offset = position % superblock.blockBytes();
        return Outcome.DONE;
    }

    /** Writes what was changed about it, as part of an operation. */
    Outcome write(Transaction transaction) {
        Outcome outcome = locate(number);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = transaction.change(block);
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        put(volume.memory(), at + offset, volume.superblock().inodeBytes());
        return Outcome.DONE;
    }

    private void put(Region bytes, long at, int inodeBytes) {
        if (isNew) {
            bytes.clear(at, inodeBytes);
            if (inodeBytes > OLD_BYTES) {
                bytes.setInt16(at + EXTRA_BYTES, NEW_EXTRA_BYTES);
            }
            bytes.setInt32(at + GENERATION, generation);
            isNew = false;
        }
        int end = OLD_BYTES + (inodeBytes > OLD_BYTES ? bytes.unsignedShort(at + EXTRA_BYTES) : 0);
        bytes.setInt16(at + MODE, mode);
        bytes.setInt16(at + OWNER, (int) owner);
        bytes.setInt16(at + OWNER_HIGH, (int) (owner >>> Short.SIZE));
        bytes.setInt16(at + GROUP, (int) group);
        bytes.setInt16(at + GROUP_HIGH, (int) (group >>> Short.SIZE));
        bytes.setInt32(at + FLAGS, flags);
        bytes.setInt16(at + LINKS, links);
        bytes.setInt32(at + DELETED, deleted);
        bytes.setInt32(at + ATTRIBUTES, (int) attributes);
        if (volume.superblock().has(Feature.BITS_64)) {
            bytes.setInt16(at + ATTRIBUTES_HIGH, (int) (attributes >>> Integer.SIZE));
        }
        putUsed(bytes, at);
        bytes.setInt32(at + SIZE, (int) size);
        if (type() == NodeType.FILE) {
            bytes.setInt32(at + SIZE_HIGH, (int) (size >>> Integer.SIZE));
        }
        map.write(bytes, at + MAP);
        accessed.write(bytes, at + ACCESSED, at + ACCESSED_EXTRA, ACCESSED_EXTRA + Integer.BYTES <= end);
        modified.write(bytes, at + MODIFIED, at + MODIFIED_EXTRA, MODIFIED_EXTRA + Integer.BYTES <= end);
        changed.write(bytes, at + CHANGED, at + CHANGED_EXTRA, CHANGED_EXTRA + Integer.BYTES <= end);
        if (volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            int sum = sum(bytes, at, inodeBytes, end);
            bytes.setInt16(at + CHECKSUM, sum);
            if (end >= BEHIND_CHECKSUM_HIGH) {
                bytes.setInt16(at + CHECKSUM_HIGH, sum >>> CHECKSUM_BITS);
            }
        }
    }

    private void putUsed(Region bytes, long at) {
        long count = (flags & FLAG_HUGE) != 0 ? used / volume.superblock().blockBytes() : used >>> SECTOR_SHIFT;
        bytes.setInt32(at + SECTORS, (int) count);
        bytes.setInt16(at + SECTORS_HIGH, (int) (count >>> Integer.SIZE));
    }

    private Outcome copy(Region bytes, long at, int inodeBytes) {
        mode = bytes.unsignedShort(at + MODE);
        flags = bytes.int32(at + FLAGS);
        generation = bytes.int32(at + GENERATION);
        owner = bytes.unsignedShort(at + OWNER) | (long) bytes.unsignedShort(at + OWNER_HIGH) << Short.SIZE;
        group = bytes.unsignedShort(at + GROUP) | (long) bytes.unsignedShort(at + GROUP_HIGH) << Short.SIZE;
        links = bytes.unsignedShort(at + LINKS);
        deleted = bytes.int32(at + DELETED);
        long high = volume.superblock().has(Feature.BITS_64) ? bytes.unsignedShort(at + ATTRIBUTES_HIGH) : 0;
        attributes = bytes.int32(at + ATTRIBUTES) & 0xFFFF_FFFFL | high << Integer.SIZE;
        boolean isLong = type() == NodeType.FILE || volume.superblock().has(Feature.LARGE_DIRECTORIES);
        size = bytes.int32(at + SIZE) & 0xFFFF_FFFFL | (isLong ? (long) bytes.int32(at + SIZE_HIGH) << Integer.SIZE : 0);
        used = usedBytes(bytes.int32(at + SECTORS) & 0xFFFF_FFFFL, bytes.unsignedShort(at + SECTORS_HIGH));
        map.read(bytes, at + MAP);
        int end = OLD_BYTES + (inodeBytes > OLD_BYTES ? bytes.unsignedShort(at + EXTRA_BYTES) : 0);
        accessed.read(bytes, at + ACCESSED, at + ACCESSED_EXTRA, ACCESSED_EXTRA + Integer.BYTES <= end);
        modified.read(bytes, at + MODIFIED, at + MODIFIED_EXTRA, MODIFIED_EXTRA + Integer.BYTES <= end);
        changed.read(bytes, at + CHANGED, at + CHANGED_EXTRA, CHANGED_EXTRA + Integer.BYTES <= end);
        boolean isFine = end <= inodeBytes && size >= 0 && type() != null && isSumRight(bytes, at, inodeBytes, end);
        return isFine && (links > 0 || orphan) ? Outcome.DONE : Outcome.DAMAGED;
    }

    private long usedBytes(long low, int high) {
        if (!volume.superblock().has(Feature.HUGE_FILES)) {
            return low << SECTOR_SHIFT;
        }
        long count = low | (long) high << Integer.SIZE;
        return (flags & FLAG_HUGE) != 0 ? count * volume.superblock().blockBytes() : count << SECTOR_SHIFT;
    }

    private boolean isSumRight(Region bytes, long at, int inodeBytes, int end) {
        if (!volume.superblock().has(Feature.METADATA_CHECKSUMS)) {
            return true;
        }
        int sum = sum(bytes, at, inodeBytes, end);
        int high = end >= BEHIND_CHECKSUM_HIGH ? bytes.unsignedShort(at + CHECKSUM_HIGH) : sum >>> CHECKSUM_BITS;
        return sum == (bytes.unsignedShort(at + CHECKSUM) | high << CHECKSUM_BITS);
    }

    private int sum(Region bytes, long at, int inodeBytes, int end) {
        int sum = Crc32c.add(sumOfNumber(), bytes, at, CHECKSUM);
        sum = Crc32c.addZeros(sum, Short.BYTES);
        sum = Crc32c.add(sum, bytes, at + BEHIND_CHECKSUM, OLD_BYTES - BEHIND_CHECKSUM);
        if (inodeBytes > OLD_BYTES) {
            sum = Crc32c.add(sum, bytes, at + EXTRA_BYTES, Short.BYTES);
            sum = end >= BEHIND_CHECKSUM_HIGH ? Crc32c.addZeros(sum, Short.BYTES) : Crc32c.add(sum, bytes, at + CHECKSUM_HIGH, Short.BYTES);
            sum = Crc32c.add(sum, bytes, at + BEHIND_CHECKSUM_HIGH, (long) inodeBytes - BEHIND_CHECKSUM_HIGH);
        }
        return sum;
    }

    /** Becomes one that was taken just now: with nothing in it, and one name. @param wantedType {@link NodeType#FILE}, {@link NodeType#DIRECTORY} or {@link NodeType#LINK} @param newGeneration that no other file of that number had */
    Outcome create(long wanted, NodeType wantedType, int permissions, int newGeneration, long now) {
        Outcome outcome = locate(wanted);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        generation = newGeneration;
        number = wanted;
        mode = permissions & PERMISSIONS | switch (wantedType) {
            case DIRECTORY -> 0x4;
            case LINK -> 0xA;
            default -> 0x8;
        } << TYPE_SHIFT;
        flags = wantedType == NodeType.LINK ? 0 : FLAG_EXTENTS;
        owner = 0;
        group = 0;
        links = 1;
        deleted = 0;
        attributes = 0;
        size = 0;
        used = 0;
        isNew = true;
        clearMap();
        accessed.set(now);
        modified.set(now);
        changed.set(now);
        return Outcome.DONE;
    }

    void setIndexed() {
        flags |= FLAG_INDEXED;
    }

    /** Its blocks are in a tree of extents. */
    void setExtents() {
        flags |= FLAG_EXTENTS;
    }

    void clearMap() {
        map.clear();
    }

    void setMapByte(long offset, int value) {
        map.set(offset, value);
    }

    /** Whether it can be given up here: nothing is anywhere but in a tree of extents, in the inode, or in a block of attributes. */
    boolean isGivable() {
        return hasExtents() || used == (attributes == 0 ? 0 : volume.superblock().blockBytes());
    }

    /** The block with its extended attributes; 0 if there is none. */
    long attributes() {
        return attributes;
    }

    void setAttributes(long block) {
        attributes = block;
    }

    /** Whether what is in its blocks is in the journal, too. */
    boolean hasBlocksThatDescribe() {
        return type() != NodeType.FILE;
    }

    /** The next inode that is to be given up, as the time at which this one was. */
    long nextOrphan() {
        return deleted & 0xFFFF_FFFFL;
    }

    void setNextOrphan(long inode) {
        deleted = (int) inode;
    }

    /** When it was given up, in seconds since the beginning of 1970. */
    void setDeleted(long seconds) {
        deleted = (int) seconds;
    }

    /** It has more blocks, or fewer. */
    void addBlocks(long count) {
        used += count * volume.superblock().blockBytes();
    }

    void setSize(long bytes) {
        size = bytes;
    }

    void setLinks(int count) {
        links = count;
    }

    /** Its contents changed. @param now nanoseconds since the beginning of 1970 */
    void setModified(long now) {
        modified.set(now);
        changed.set(now);
    }

    /** @param permissions 0 to 07777 */
    void setPermissions(int permissions) {
        mode = mode & ~PERMISSIONS | permissions;
    }

    /** A file has no bits any more that would have a program act as another user or group. Directories keep them. */
    void clearSetIds() {
        if (type() == NodeType.FILE) {
            mode &= ~SET_IDS;
        }
    }

    /** @param user 0 to 2^32 - 1, as is the other number */
    void setOwner(long user, long usersGroup) {
        owner = user;
        group = usersGroup;
    }

    /** Something about it changed. */
    void setChanged(long now) {
        changed.set(now);
    }

    /** What the checksums of everything that is this inode's begin with. */
    int sumOfNumber() {
        return Crc32c.addInt(Crc32c.addInt(volume.superblock().seed(), (int) number), generation);
    }

    public long number() {
        return number;
    }

    /** Changes when the number is given to another file. */
    public int generation() {
        return generation;
    }

    /** Null if the disk says something that means nothing. */
    public NodeType type() {
        return switch (mode >>> TYPE_SHIFT) {
            case 0x1 -> NodeType.PIPE;
            case 0x2 -> NodeType.CHARACTER_DEVICE;
            case 0x4 -> NodeType.DIRECTORY;
            case 0x6 -> NodeType.BLOCK_DEVICE;
            case 0x8 -> NodeType.FILE;
            case 0xA -> NodeType.LINK;
            case 0xC -> NodeType.SOCKET;
            default -> null;
        };
    }

    public int permissions() {
        return mode & PERMISSIONS;
    }

    public long owner() {
        return owner;
    }

    public long group() {
        return group;
    }

    public int links() {
        return links;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** Bytes that it takes on the disk. */
    public long used() {
        return used;
    }

    public Timestamp accessed() {
        return accessed;
    }

    public Timestamp modified() {
        return modified;
    }

    public Timestamp changed() {
        return changed;
    }

    /** Whether a tree of extents says where its blocks are, and no table of blocks. */
    boolean hasExtents() {
        return (flags & FLAG_EXTENTS) != 0;
    }

    /** Whether it is a link that leads where the inode itself says. */
    boolean isShortLink() {
        return size < InodeMap.BYTES && !hasExtents();
    }

    /** Whether the directory has an index. */
    boolean isIndexed() {
        return (flags & FLAG_INDEXED) != 0;
    }

    /** Bytes that say where the blocks are. */
    ByteSource map() {
        return map;
    }
}
