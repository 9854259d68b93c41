package peaberry.ping;

import peaberry.abi.ProgramSlots;
import peaberry.ethernet.Ipv4Address;
import peaberry.runtime.Capability;
import peaberry.runtime.Server;

/** Asks others on the network whether they are there. It holds its clients' endpoint, that of a station, and memory for two frames. */
public final class Ping {

    private static final Link LINK = new Link();
    private static final Host HOST = new Host(LINK, new Stopwatch());
    private static final Server SERVER = new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new PingRequests(LINK, HOST));

    private static final long ADDRESS_MASK = 0xFFFF_FFFFL;

    private Ping() {
    }

    /** Serves for ever. @param address the host's own on the Internet, version 4: 0x0A00020F is 10.0.2.15 */
    public static void main(long address) {
        HOST.setAddress(new Ipv4Address(address & ADDRESS_MASK));
        LINK.open();
        SERVER.run();
    }
}
