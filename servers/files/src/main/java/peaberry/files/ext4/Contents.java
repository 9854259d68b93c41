package peaberry.files.ext4;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.ChunkCache;
import peaberry.runtime.Region;

/** What is in a file: goes over a range of its bytes in pieces that are in a row in memory. */
public final class Contents {

    private final Volume volume;
    private final BlockMap map;
    private long offset;
    private int bytes;

    public Contents(Volume volume) {
        this.volume = volume;
        map = new BlockMap(volume);
    }

    /**
     * Finds the first bytes of a range.
     *
     * @param position of the range in the file; it may lie behind the file's end
     * @param wanted   how long the range is, at least 1; no more than {@link ChunkCache#CHUNK_BYTES} are found at once
     */
    public Outcome find(Inode inode, long position, int wanted) {
        int most = Math.min(wanted, ChunkCache.CHUNK_BYTES);
        int blockBytes = volume.superblock().blockBytes();
        volume.begin();
        Outcome outcome = map.find(inode, position / blockBytes);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long within = position % blockBytes;
        if (map.block() == BlockMap.HOLE) {
            offset = volume.zeros();
            bytes = (int) Math.min(most, map.run() * blockBytes - within);
            return Outcome.DONE;
        }
        volume.cache().readOn(map.block(), map.run());
        long first = volume.find(map.block());
        if (first == ChunkCache.NOWHERE) {
            return volume.trouble();
        }
        long length = blockBytes;
        for (long next = 1; next < map.run() && length - within < most && volume.find(map.block() + next) == first + length; next++) {
            length += blockBytes;
        }
        offset = first + within;
        bytes = (int) Math.min(most, length - within);
        return Outcome.DONE;
    }

    /** Where they are. */
    public Region memory() {
        return volume.memory();
    }

    /** Where the first of them is in the {@link #memory()}. */
    public long offset() {
        return offset;
    }

    /** How many they are: at least 1. */
    public int bytes() {
        return bytes;
    }
}
