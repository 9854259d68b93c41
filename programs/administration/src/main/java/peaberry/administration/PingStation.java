package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.PingClient;

/** {@code ping ADDRESS}: has a station of the network answer, and tells how long that took. */
final class PingStation implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Ipv4Address address = Stations.address(operands);
        PingClient network = Services.ping();
        out.flush();
        Stations.require(network.ping(address), operands.getFirst());
        out.println(operands.getFirst() + " answered in " + Row.thousandths(network.pingResult()) + " ms");
        return 0;
    }
}
