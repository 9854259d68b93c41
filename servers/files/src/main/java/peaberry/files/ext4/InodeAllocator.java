package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** Which inodes are in use: a bit for each, a block of bits for each group. Linux, Documentation/filesystems/ext4/bitmaps.rst. */
final class InodeAllocator {

    private static final int ALL = 0xFF;

    private final Volume volume;
    private long number;

    InodeAllocator(Volume volume) {
        this.volume = volume;
    }

    /** Takes an inode, as part of an operation. @param near one in whose group it is best, as that of the directory that it will be in */
    Outcome allocate(Transaction transaction, long near, boolean directory) {
        Superblock superblock = volume.superblock();
        long start = (near - 1) / superblock.inodesInGroup();
        for (long i = 0; i < superblock.groups(); i++) {
            volume.begin();
            Outcome outcome = volume.groups().read((start + i) % superblock.groups());
            if (outcome == Outcome.DONE && volume.groups().freeInodes() > 0) {
                outcome = allocateIn(transaction, directory);
                if (outcome == Outcome.DONE && number != 0) {
                    superblock.takeInode();
                    return Outcome.DONE;
                }
            }
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.NO_SPACE;
    }

    /** Gives an inode back, as part of an operation. */
    Outcome free(Transaction transaction, long inode, boolean directory) {
        Superblock superblock = volume.superblock();
        Outcome outcome = volume.groups().read((inode - 1) / superblock.inodesInGroup());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long at = transaction.change(volume.groups().inodeBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        if (!volume.groups().isInodeBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        long index = (inode - 1) % superblock.inodesInGroup();
        Region memory = volume.memory();
        memory.setByte(at + index / Byte.SIZE, memory.unsignedByte(at + index / Byte.SIZE) & ~(1 << index % Byte.SIZE));
        volume.groups().giveInode(directory, at);
        superblock.giveInode();
        return volume.groups().write(transaction);
    }

    private Outcome allocateIn(Transaction transaction, boolean directory) {
        GroupTable group = volume.groups();
        Superblock superblock = volume.superblock();
        number = 0;
        long at = group.hasNoInodes() ? transaction.create(group.inodeBitmap()) : transaction.change(group.inodeBitmap());
        if (at == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        Region memory = volume.memory();
        if (group.hasNoInodes()) {
            for (long i = superblock.inodesInGroup() / Byte.SIZE; i < superblock.blockBytes(); i++) {
                memory.setByte(at + i, ALL);
            }
        } else if (!group.isInodeBitmapRight(at)) {
            return Outcome.DAMAGED;
        }
        for (int index = group.number() == 0 ? superblock.firstInode() - 1 : 0; index < superblock.inodesInGroup(); index++) {
            int bits = memory.unsignedByte(at + index / Byte.SIZE);
            if ((bits >>> index % Byte.SIZE & 1) == 0) {
                memory.setByte(at + index / Byte.SIZE, bits | 1 << index % Byte.SIZE);
                group.takeInode(index, directory, at);
                number = group.number() * superblock.inodesInGroup() + index + 1;
                return group.write(transaction);
            }
        }
        return Outcome.DONE;
    }

    /** The inode that was taken. */
    long number() {
        return number;
    }
}
