package peaberry.hostfiles;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Timeout;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.UntypedMemory;
import peaberry.virtio.Progress;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;
import peaberry.virtio.VirtioDevice;

/**
 * A virtio 9P transport (device type 9; Virtual I/O Device version 1.2, 5, and the header linux/virtio_9p.h, as the specification leaves the type's own section out): each request is a chain of what the
 * device reads and room for what it answers. The driver has one client, which waits for it: so it waits for the device itself, and looks again after a while.
 */
final class HostDevice implements Wire {

    private static final int CHAIN = 0;
    private static final int PARTS = 2;
    private static final int REQUEST = 4096;
    private static final int ANSWER = REQUEST + MAX_BYTES;
    /** How many bytes are shared with the device. */
    static final int MEMORY = ANSWER + MAX_BYTES;

    /** Looks without a pause, and the pause behind them in microseconds. */
    private static final int LOOKS = 200;
    private static final Timeout PAUSE = Timeout.of(50);

    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue queue = new VirtQueue(0, 1, PARTS);
    private final Progress progress = new Progress();
    private Capability pause = Capability.NONE;

    /** Makes the device ready. @param name the declaration's for it @param slot an empty one */
    Readiness start(String name, int slot) {
        pause = Capability.at(slot);
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        UntypedMemory memory = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        if (memory.retype(ObjectType.NOTIFICATION, 0, table, pause.slot(), 1) != KernelError.NONE) {
            return Readiness.NO_MEMORY;
        }
        Readiness readiness = device.begin(name, MEMORY, 0);
        if (readiness == Readiness.READY) {
            readiness = device.setUpSilent(queue, 0);
        }
        return readiness == Readiness.READY ? device.start() : readiness;
    }

    @Override
    public Region memory() {
        return device.memory().bytes();
    }

    @Override
    public long request() {
        return REQUEST;
    }

    @Override
    public long answer() {
        return ANSWER;
    }

    @Override
    public int exchange(int requestBytes) {
        queue.begin(CHAIN);
        queue.addReadable(REQUEST, requestBytes);
        queue.addWritable(ANSWER, MAX_BYTES);
        queue.submit();
        queue.notifyDevice();
        progress.note();
        for (int looks = 0; queue.take() == VirtQueue.NONE; looks++) {
            if (looks >= LOOKS) {
                device.checkAlive();
                progress.check();
                SystemCalls.await(pause, PAUSE);
            }
        }
        return queue.written();
    }
}
