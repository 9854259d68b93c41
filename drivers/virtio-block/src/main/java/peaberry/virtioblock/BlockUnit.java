package peaberry.virtioblock;

import peaberry.abi.ProgramSlots;
import peaberry.block.BlockDevice;
import peaberry.runtime.Region;
import peaberry.virtio.ProtocolViolation;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;
import peaberry.virtio.VirtioDevice;

/**
 * A virtio block device (Virtual I/O Device version 1.2, 5.2) with room for {@link #JOBS} jobs at a time, which it may finish in any order.
 *
 * <p>Each job has a buffer of its own in the memory that is shared with the device, a header that the device reads and a byte that it
 * writes when it is done. What the device says is checked here; nonsense is a {@link ProtocolViolation}.
 */
final class BlockUnit {

    /** How many jobs have a caller who waits; one more caller has to be received. */
    static final int CALLERS = ProgramSlots.MAX_REPLIES - 1;
    /** How many jobs there are behind them for what was posted. */
    static final int POSTED = 3;
    /** The last job: it reads before anybody asks for it. */
    static final int PREPARATION = CALLERS + POSTED;
    /** How many jobs there are. */
    static final int JOBS = PREPARATION + 1;

    /** Features: the disk cannot be written; it has a cache that can be emptied. */
    private static final long READ_ONLY = 1L << 5;
    private static final long FLUSH = 1L << 9;

    /** The only one of its own registers that is needed: how many sectors there are. */
    private static final int CAPACITY = 0;
    private static final long MOST_SECTORS = Long.MAX_VALUE / BlockDevice.SECTOR_BYTES;

    /** What the device is asked to do. */
    private static final int TYPE_READ = 0;
    private static final int TYPE_WRITE = 1;
    private static final int TYPE_FLUSH = 4;

    /** How it ended. */
    private static final int STATUS_DONE = 0;
    private static final int STATUS_FAILED = 1;
    private static final int STATUS_UNSUPPORTED = 2;
    /** As long as the device has said nothing. */
    private static final int STATUS_NONE = 0xFF;
    private static final int STATUS_BYTES = 1;

    private static final int HEADER_TYPE = 0;
    private static final int HEADER_SECTOR = 8;
    private static final int HEADER_BYTES = 16;
    /** Header and status of a job, each of which has bytes of its own. */
    private static final int HEADERS = 2048;
    private static final int HEADER_ROOM = 32;
    /** Where the buffers are, one for each job. */
    private static final int BUFFERS = 4096;
    private static final int BUFFER_BYTES = BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES;
    /** How many bytes are shared with the device. */
    static final int MEMORY = BUFFERS + JOBS * BUFFER_BYTES;

    /** The parts of a job: header, data, status. */
    private static final int PARTS = 3;

    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue queue = new VirtQueue(0, JOBS, PARTS);
    /** Of each job: the bytes that are read. */
    private final int[] reads = new int[JOBS];
    private long sectors;

    /** Makes the device ready. @param name the declaration's for it */
    Readiness start(String name) {
        Readiness readiness = device.begin(name, MEMORY, READ_ONLY | FLUSH);
        if (readiness == Readiness.READY) {
            readiness = device.ownBytes() < CAPACITY + Long.BYTES ? device.giveUp(Readiness.LACKING) : device.setUp(queue, 0);
        }
        if (readiness != Readiness.READY) {
            return readiness;
        }
        sectors = device.ownLong(CAPACITY);
        if (sectors < 0 || sectors > MOST_SECTORS) {
            throw new ProtocolViolation("no disk has so many sectors");
        }
        return device.start();
    }

    long sectors() {
        return sectors;
    }

    boolean isReadOnly() {
        return device.has(READ_ONLY);
    }

    /** Whether {@link #flush} is needed: without, what was written survives a loss of power as soon as it is done (5.2.6.2). */
    boolean hasCache() {
        return device.has(FLUSH);
    }

    /** Where the buffers are. */
    Region memory() {
        return device.memory().bytes();
    }

    /** Where in the memory this job's buffer is, for as many sectors as a request may have. */
    long bufferOf(int job) {
        return BUFFERS + (long) job * BUFFER_BYTES;
    }

    /** Has sectors that are there read into the job's buffer. */
    void read(int job, long sector, int count) {
        begin(job, TYPE_READ, sector);
        reads[job] = count * BlockDevice.SECTOR_BYTES;
        queue.addWritable(bufferOf(job), reads[job]);
        submit(job);
    }

    /** Has sectors that are there written from the job's buffer. */
    void write(int job, long sector, int count) {
        begin(job, TYPE_WRITE, sector);
        queue.addReadable(bufferOf(job), count * BlockDevice.SECTOR_BYTES);
        submit(job);
    }

    /** Has all that was written before brought to where it survives a loss of power. Only if it {@link #hasCache}. */
    void flush(int job) {
        begin(job, TYPE_FLUSH, 0);
        submit(job);
    }

    private void begin(int job, int type, long sector) {
        Region to = memory();
        long header = headerOf(job);
        reads[job] = 0;
        to.setInt64(header + HEADER_TYPE, type);
        to.setInt64(header + HEADER_SECTOR, sector);
        to.setByte(header + HEADER_BYTES, STATUS_NONE);
        queue.begin(job);
        queue.addReadable(header, HEADER_BYTES);
    }

    private void submit(int job) {
        queue.addWritable(headerOf(job) + HEADER_BYTES, STATUS_BYTES);
        queue.submit();
        queue.notifyDevice();
    }

    /** A job that the device is done with, or {@link VirtQueue#NONE}. */
    int take() {
        return queue.take();
    }

    /** Whether the job that was just taken was done, or failed. */
    boolean succeeded(int job) {
        int status = memory().unsignedByte(headerOf(job) + HEADER_BYTES);
        if (status == STATUS_DONE) {
            if (queue.written() != reads[job] + STATUS_BYTES) {
                throw new ProtocolViolation("it has not read what it says it has");
            }
            return true;
        }
        if (status != STATUS_FAILED && status != STATUS_UNSUPPORTED) {
            throw new ProtocolViolation("a job ended in no way that there is");
        }
        return false;
    }

    /** See {@link VirtioDevice#checkAlive}. */
    void checkAlive() {
        device.checkAlive();
    }

    private static long headerOf(int job) {
        return HEADERS + (long) job * HEADER_ROOM;
    }
}
