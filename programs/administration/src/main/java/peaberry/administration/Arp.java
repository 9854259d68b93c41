package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;
import peaberry.ethernet.PingClient;

/** {@code arp ADDRESS}: which station of the network has an address. */
final class Arp implements Command {

    private static final int SIXTEEN = 16;

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Ipv4Address address = Stations.address(operands);
        PingClient network = Services.ping();
        Stations.require(network.arp(address), operands.getFirst());
        out.println(operands.getFirst() + " is at " + text(network.arpResult()));
        return 0;
    }

    private static String text(MacAddress address) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MacAddress.BYTES; i++) {
            int value = address.byteAt(i);
            text.append(i == 0 ? "" : ":").append(Character.forDigit(value / SIXTEEN, SIXTEEN)).append(Character.forDigit(value % SIXTEEN, SIXTEEN));
        }
        return text.toString();
    }
}
