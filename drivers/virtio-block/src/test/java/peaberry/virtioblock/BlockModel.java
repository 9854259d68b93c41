package peaberry.virtioblock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import peaberry.virtio.Chain;
import peaberry.virtio.VirtioModel;

/** A virtio disk in Java. */
final class BlockModel extends VirtioModel {

    static final long READ_ONLY = 1L << 5;
    static final long FLUSH = 1L << 9;
    static final int SECTORS = 1000;

    static final int TYPE_FLUSH = 4;
    /** In place of a type. */
    static final int NOTHING = -1;

    private static final int SECTOR = 512;
    private static final int DONE = 0;
    private static final int FAILED = 1;

    final byte[] contents = new byte[SECTORS * SECTOR];
    int flushes;
    int reads;
    /** What it says at the end of each job. */
    int status = DONE;
    /** The type of request that it fails. */
    int failing = NOTHING;
    /** Where it fails, and where it never comes to an end; -1 if nowhere. */
    long failingSector = -1;
    long forgottenSector = -1;
    /** How many came. */
    int requests;

    BlockModel(long features) {
        super(features, 1);
    }

    @Override
    protected int serve(int queue, Chain chain) {
        ByteBuffer request = ByteBuffer.wrap(chain.readable()).order(ByteOrder.LITTLE_ENDIAN);
        int type = request.getInt(0);
        int at = (int) request.getLong(8) * SECTOR;
        requests++;
        if (type != TYPE_FLUSH && request.getLong(8) == forgottenSector) {
            return -1;
        }
        if (status != DONE || type == failing || type != TYPE_FLUSH && request.getLong(8) == failingSector) {
            chain.writeLast(status != DONE ? status : FAILED);
            return chain.room();
        }
        switch (type) {
            case 0 -> {
                reads++;
                chain.write(Arrays.copyOfRange(contents, at, at + chain.room() - 1));
            }
            case 1 -> request.get(16, contents, at, request.capacity() - 16);
            case TYPE_FLUSH -> flushes++;
            default -> throw new AssertionError("a request of type " + type);
        }
        chain.writeLast(status);
        return chain.room();
    }
}
