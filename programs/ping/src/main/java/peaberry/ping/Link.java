package peaberry.ping;

import peaberry.abi.Timeout;
import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.EthernetDeviceClient;
import peaberry.ethernet.MacAddress;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;

/** The network as the program has it: a station, and memory that it lends to its driver for each frame. */
class Link {

    private static final long RECEIVED = 0;
    private static final long SENT = 2048;
    /** For what the driver does at once, even if it is made anew meanwhile. */
    private static final Timeout SOON = Timeout.of(1_000_000);

    private final EthernetDeviceClient station = new EthernetDeviceClient("station");
    private final SharedBuffer buffer = new SharedBuffer();

    /** Finds what the declaration gives the program. */
    void open() {
        buffer.open("frames", "table", "space", Grants.firstFreeSlot());
    }

    /** Whether there is a network, which also finds out {@link #address}. */
    boolean isThere() {
        station.setPatience(SOON);
        return station.address() == EthernetDevice.Outcome.DONE;
    }

    /** The station's own address, if it {@link #isThere}. */
    MacAddress address() {
        return station.addressResult();
    }

    /** Sends a frame, if there is a network that takes it. */
    void send(Packet packet) {
        packet.copyTo(buffer.memory(), SENT);
        station.setPatience(SOON);
        station.send(packet.length(), buffer.readable(), SENT);
        buffer.takeBack();
    }

    /** Waits for a frame. @param microseconds how long at most @return whether one came */
    boolean receive(Packet packet, long microseconds) {
        station.setPatience(Timeout.of(microseconds));
        EthernetDevice.Outcome outcome = station.receive(buffer.writable(), RECEIVED);
        buffer.takeBack();
        if (outcome != EthernetDevice.Outcome.DONE) {
            return false;
        }
        packet.copyFrom(buffer.memory(), RECEIVED, station.receiveResult());
        return true;
    }
}
