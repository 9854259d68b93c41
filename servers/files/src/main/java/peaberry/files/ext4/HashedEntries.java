package peaberry.files.ext4;

import peaberry.file.FileSystem;
import peaberry.runtime.Text;

/** The entries of a directory's block in the order of their keys, which are made of the names' hashes. {@code .} and {@code ..} are not among them. */
final class HashedEntries {

    /** In the largest block: one whose entries have no names, on a disk that lies. */
    private static final int MOST = 4096 / DirectoryEntries.needed(0);

    private final Volume volume;
    private final DirectoryEntries entries;
    private final DirectoryHash hash = new DirectoryHash();
    private final Text name = new Text(FileSystem.MAX_NAME);
    private final long[] keys = new long[MOST];
    private final int[] offsets = new int[MOST];
    private int count;

    HashedEntries(Volume volume) {
        this.volume = volume;
        entries = new DirectoryEntries(volume);
    }

    /** The hash of a key. */
    static int hash(long key) {
        return (int) (key >>> Integer.SIZE) << 1;
    }

    /** Becomes those of a block. @param function how names are hashed @return whether the block is full of entries */
    boolean read(long block, int function) {
        volume.superblock().startHash(hash);
        count = 0;
        long end = block + entries.room();
        for (long entry = block; entry < end; entry += entries.length(entry)) {
            if (!entries.isEntry(entry, block + volume.superblock().blockBytes())) {
                return false;
            }
            if (entries.number(entry) != 0 && !entries.isDots(entry)) {
                insert(makeKey(entry, function), (int) (entry - block));
            }
        }
        return true;
    }

    /** 31 bits of the hash, since it is even, and then 32 of others, so that no two names have the same key by chance; where the hash has a seed, nor on purpose. */
    private long makeKey(long entry, int function) {
        entries.appendNameTo(name.clear(), entry);
        return (long) (hash.of(function, name, 0, name.length()) >>> 1) << Integer.SIZE | (hash.second(function) ^ Crc32c.add(Crc32c.START, name)) & 0xFFFF_FFFFL;
    }

    private void insert(long key, int offset) {
        int index = count++;
        while (index > 0 && keys[index - 1] > key) {
            keys[index] = keys[index - 1];
            offsets[index] = offsets[index - 1];
            index--;
        }
        keys[index] = key;
        offsets[index] = offset;
    }

    int count() {
        return count;
    }

    /** How many keys are less than one. */
    int countBelow(long key) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 0 or more. */
    long key(int index) {
        return keys[index];
    }

    /** Of an entry, in its block. */
    int offset(int index) {
        return offsets[index];
    }
}
