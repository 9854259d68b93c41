package peaberry.processes;

/** Blocks for whoever needs one: images that nobody uses make room. */
final class Memory {

    private final Blocks blocks;
    private final Images images;

    Memory(Blocks blocks, Images images) {
        this.blocks = blocks;
        this.images = images;
    }

    /** A block of at least so many bytes; {@link Blocks#NONE} if there is none. */
    int take(long bytes) {
        int block = blocks.take(bytes);
        return block == Blocks.NONE && images.dropSpares() ? blocks.take(bytes) : block;
    }
}
