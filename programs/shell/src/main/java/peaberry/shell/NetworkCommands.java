package peaberry.shell;

import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;
import peaberry.ethernet.PingClient;
import peaberry.runtime.Text;

/** {@code arp} and {@code ping}: who is on the network. */
final class NetworkCommands {

    private static final PingClient NETWORK = new PingClient("ping");
    private static final Text DRIVER = new Text(16).append("network");
    private static final String DIGITS = "0123456789abcdef";
    private static final long NO_ADDRESS = -1;
    private static final int PARTS = 4;
    private static final int MAX_PART = 255;

    private NetworkCommands() {
    }

    static void arp(Line line) {
        if (isReady(line)) {
            switch (NETWORK.arp(new Ipv4Address(address(line)))) {
                case DONE -> Session.CONSOLE.printLine(appendMac(line.appendWordTo(Session.text(), 1).append(" is at "), NETWORK.arpResult()));
                case NO_ANSWER -> sayNobody(line);
                default -> sayNoNetwork(line);
            }
        }
    }

    static void ping(Line line) {
        if (isReady(line)) {
            switch (NETWORK.ping(new Ipv4Address(address(line)))) {
                case DONE -> Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 1).append(" answered in ").thousandths(NETWORK.pingResult()).append(" ms"));
                case NO_ANSWER -> sayNobody(line);
                default -> sayNoNetwork(line);
            }
        }
    }

    /** Whether the word is an address, and the network's driver runs: a driver that is not there answers nobody. */
    private static boolean isReady(Line line) {
        if (address(line) == NO_ADDRESS) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": an address is four numbers from 0 to 255, such as 10.0.2.2"));
            return false;
        }
        if (!ProcessCommands.runs(Session.number(DRIVER))) {
            sayNoNetwork(line);
            return false;
        }
        return true;
    }

    private static void sayNobody(Line line) {
        Session.CONSOLE.printLine(line.appendWordTo(line.appendWordTo(Session.text(), 0).append(": nobody answers at "), 1));
    }

    private static void sayNoNetwork(Line line) {
        Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": there is no network; start with --net"));
    }

    /** The address that word 1 is, or {@link #NO_ADDRESS}. */
    private static long address(Line line) {
        long address = 0;
        int at = line.startOf(1);
        for (int part = 0; part < PARTS; part++) {
            int value = 0;
            int start = at;
            while (at < line.endOf(1) && line.at(at) >= '0' && line.at(at) <= '9' && value <= MAX_PART) {
                value = value * 10 + line.at(at) - '0';
                at++;
            }
            boolean ends = part == PARTS - 1 ? at == line.endOf(1) : at < line.endOf(1) && line.at(at) == '.';
            if (at == start || value > MAX_PART || !ends) {
                return NO_ADDRESS;
            }
            address = address << Byte.SIZE | value;
            at++;
        }
        return address;
    }

    private static Text appendMac(Text text, MacAddress address) {
        for (int i = 0; i < MacAddress.BYTES; i++) {
            int value = address.byteAt(i);
            text.append(i == 0 ? "" : ":").appendByte(DIGITS.charAt(value >>> 4)).appendByte(DIGITS.charAt(value & 0xF));
        }
        return text;
    }
}
