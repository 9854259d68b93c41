package peaberry.administration;

import java.util.List;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.Ping.Outcome;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** What commands about the network's stations have in common. */
final class Stations {

    private static final String DRIVER = "network";
    private static final int PARTS = 4;
    private static final int MAX_PART = 255;
    private static final int PART_DIGITS = 3;

    private Stations() {
    }

    /** The address that is the only operand. Refused also if the network's driver does not run: one that is not there answers nobody. */
    static Ipv4Address address(List<String> operands) throws RefusedException {
        Ipv4Address address = parse(Services.operand(operands, "an address"));
        SystemControlClient machine = Services.machine();
        boolean runs = machine.process(Services.process(machine, DRIVER)) == SystemControl.Outcome.DONE && !machine.processStopped();
        if (!runs) {
            throw noNetwork();
        }
        return address;
    }

    /** Refused unless somebody answered. */
    static void require(Outcome outcome, String address) throws RefusedException {
        if (outcome == Outcome.NO_ANSWER) {
            throw new RefusedException("nobody answers at " + address);
        }
        if (outcome != Outcome.DONE) {
            throw noNetwork();
        }
    }

    private static RefusedException noNetwork() {
        return new RefusedException("there is no network");
    }

    static Ipv4Address parse(String text) throws RefusedException {
        String[] parts = text.split("\\.", -1);
        long bits = 0;
        boolean isAddress = parts.length == PARTS;
        for (String part : parts) {
            isAddress = isAddress && !part.isEmpty() && part.length() <= PART_DIGITS && part.chars().allMatch(each -> each >= '0' && each <= '9')
                    && Integer.parseInt(part) <= MAX_PART;
            bits = isAddress ? bits << Byte.SIZE | Integer.parseInt(part) : 0;
        }
        if (!isAddress) {
            throw new RefusedException("an address is four numbers from 0 to 255, such as 10.0.2.2, not " + text);
        }
        return new Ipv4Address(bits);
    }
}
