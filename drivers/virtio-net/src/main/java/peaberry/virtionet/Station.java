package peaberry.virtionet;

import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.EthernetDevice.Outcome;
import peaberry.ethernet.EthernetDeviceServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;

/**
 * The station as its clients see it. A frame is taken from the device only for a reader that waits. A client that reads again while it waits died or lost
 * its patience: its earlier caller gives way, so nobody takes the places of others.
 */
final class Station extends EthernetDeviceServer {

    private final NetworkUnit unit = new NetworkUnit();
    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    /** Of each caller: where its frame goes. */
    private final Window[] windows = new Window[ProgramSlots.MAX_REPLIES];
    private final long[] offsets = new long[ProgramSlots.MAX_REPLIES];
    private Readiness readiness = Readiness.ABSENT;

    /** Makes the device ready; a station whose device cannot be used refuses everything. @param device the declaration's name for it */
    void start(String device) {
        readiness = unit.start(device);
    }

    private boolean isReady() {
        return readiness == Readiness.READY;
    }

    @Override
    protected Answer address() {
        return isReady() ? answerAddress(unit.address()) : refuse(Outcome.NO_DEVICE);
    }

    @Override
    protected Answer link() {
        return isReady() ? answerLink(unit.isConnected()) : refuse(Outcome.NO_DEVICE);
    }

    @Override
    protected Answer send(int bytes, Window from, long offset) {
        if (!isReady()) {
            return refuse(Outcome.NO_DEVICE);
        }
        int buffer = unit.freeToSend();
        if (buffer == VirtQueue.NONE) {
            return refuse(Outcome.BUSY);
        }
        if (WindowCopy.read(from, offset, unit.memory(), unit.sentFrame(buffer), bytes) != KernelError.NONE) {
            return refuse(Outcome.BAD_WINDOW);
        }
        unit.send(buffer, bytes);
        return answerSend();
    }

    @Override
    protected Answer receive(Window to, long offset) {
        if (!isReady()) {
            return refuse(Outcome.NO_DEVICE);
        }
        if (readers.holds(client())) {
            refuse(readers.remove(client()), Outcome.BUSY);
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        Caller caller = keep();
        windows[caller.number()] = to;
        offsets[caller.number()] = offset;
        readers.add(caller, client());
        deliver();
        return Answer.NONE;
    }

    /** Takes note of what the device did. */
    void serveDevice() {
        if (!isReady()) {
            return;
        }
        deliver();
        unit.checkAlive();
    }

    /** Hands frames to readers as long as there are both. */
    private void deliver() {
        while (!readers.isEmpty()) {
            int buffer = unit.takeReceived();
            if (buffer == VirtQueue.NONE) {
                return;
            }
            int bytes = unit.receivedBytes();
            if (bytes >= EthernetDevice.HEADER_BYTES) {
                answerFirst(buffer, bytes);
            }
            unit.giveBack(buffer);
        }
    }

    private void answerFirst(int buffer, int bytes) {
        Caller caller = readers.remove();
        KernelError error = WindowCopy.write(windows[caller.number()], offsets[caller.number()], unit.memory(), unit.receivedFrame(buffer), bytes);
        if (error == KernelError.NONE) {
            answerReceive(caller, bytes);
        } else {
            refuse(caller, Outcome.BAD_WINDOW);
        }
    }
}
