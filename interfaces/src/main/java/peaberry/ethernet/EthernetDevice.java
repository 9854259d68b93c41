package peaberry.ethernet;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.runtime.Window;

/**
 * A station on an Ethernet (IEEE 802.3). Frames travel without their check sequence: destination, source and type, {@link #HEADER_BYTES} bytes, then at most
 * 1500 of data. As in any network they can get lost, come twice, or come in another order; here they do when the driver is made anew.
 */
@Interface(outcomes = EthernetDevice.Outcome.class)
public interface EthernetDevice {

    /** Bytes of the shortest frame: a header without data. */
    int HEADER_BYTES = 14;
    /** Bytes of the longest one. */
    int MAX_BYTES = 1514;

    /** The station's own address. */
    @Idempotent
    MacAddress address();

    /** Whether it is connected. */
    @Idempotent
    boolean link();

    /**
     * Sends a frame: it is done when the frame was handed to the device. One that is shorter than frames are on the line is filled up with zeros.
     *
     * @param from   where the frame is, of which it needs the right to read
     * @param offset in the window, of the first byte
     */
    @Idempotent
    void send(@Range(min = HEADER_BYTES, max = MAX_BYTES) int bytes, Window from, @Range(max = Long.MAX_VALUE) long offset);

    /**
     * Receives the next frame, as soon as there is one. What comes while nobody receives waits, up to some; then the network loses it. Of several clients
     * the one that has waited longest gets it. Who asks again while it waits is answered {@link Outcome#BUSY} the first time.
     *
     * @param to     where it goes, of which it needs the right to write; a frame that does not fit is lost
     * @param offset in the window, of the first byte
     * @return its bytes
     */
    @Idempotent
    @Range(min = HEADER_BYTES, max = MAX_BYTES)
    int receive(Window to, @Range(max = Long.MAX_VALUE) long offset);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** The window is too small, does not allow this, or is no window. */
        BAD_WINDOW,
        /** Too much is under way already: to be asked later. */
        BUSY,
        /** There is no device, or it lacks what its driver demands of one. */
        NO_DEVICE
    }
}
