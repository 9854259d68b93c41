package devices;

import peaberry.driver.DriverControlClient;
import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.EthernetDeviceClient;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.Ping.Outcome;
import peaberry.ethernet.PingClient;

/** Asks on QEMU's network who is there. */
final class NetworkUse {

    private static final EthernetDeviceClient STATION = new EthernetDeviceClient("station");
    private static final DriverControlClient CONTROL = new DriverControlClient("station-control");
    private static final PingClient PING = new PingClient("ping");
    private static final int ROUNDS = 40;
    private static final Ipv4Address GATEWAY = Ipv4Address.of(10, 0, 2, 2);
    private static final Ipv4Address NOBODY = Ipv4Address.of(10, 0, 2, 99);

    private NetworkUse() {
    }

    static void run() {
        EthernetDevice.Outcome address = STATION.address();
        Client.LINE.clear().append("station: ").append(address.name());
        if (address == EthernetDevice.Outcome.DONE) {
            STATION.link();
            Client.LINE.append(", ").hex(STATION.addressResult().bits()).append(STATION.linkResult() ? ", up" : ", down");
        }
        Client.CONSOLE.printLine(Client.LINE);
        Outcome found = PING.arp(GATEWAY);
        Client.LINE.clear().append("gateway: ").append(found.name());
        if (found == Outcome.DONE) {
            Client.LINE.append(", ").hex(PING.arpResult().bits());
        }
        Client.CONSOLE.printLine(Client.LINE);
        int answers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Client.crash(CONTROL, round);
            answers += PING.ping(GATEWAY) == Outcome.DONE ? 1 : 0;
        }
        Client.CONSOLE.printLine(Client.LINE.clear().decimal(answers).append(" of ").decimal(ROUNDS).append(" echoes"));
        Client.CONSOLE.print("nobody: ").print(PING.ping(NOBODY).name()).print("\n");
    }
}
