package peaberry.ping;

import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;

/**
 * A host of the Internet on one Ethernet: it asks others, and answers those who ask it while it waits. What comes besides, or too late, or is not
 * exactly what was asked for, is overlooked.
 */
final class Host {

    /** How long it waits for an answer, in microseconds. */
    static final long PATIENCE = 1_000_000;

    /** Tells its echoes from those of others. */
    private static final int IDENTIFIER = 0x5042;
    private static final int SEQUENCE_MASK = 0xFFFF;

    private enum Awaited { ARP_REPLY, ECHO }

    private final Link link;
    private final Stopwatch watch;
    private final Packet received = new Packet();
    private final Packet sent = new Packet();
    private Ipv4Address own = new Ipv4Address(0);
    private MacAddress found = new MacAddress(0);
    private long elapsed;
    private int sequence;

    Host(Link link, Stopwatch watch) {
        this.link = link;
        this.watch = watch;
    }

    /** @param address its own */
    void setAddress(Ipv4Address address) {
        own = address;
    }

    /** Looks for the station with an address: {@link #found}. @return whether there is one */
    boolean find(Ipv4Address address) {
        Arp.writeRequest(sent, link.address(), own, address);
        if (!ask(Awaited.ARP_REPLY, address)) {
            return false;
        }
        found = Arp.senderMac(received);
        return true;
    }

    /** The station that was found last. */
    MacAddress found() {
        return found;
    }

    /** Has the station with an address send something back: {@link #elapsed}. @return whether it did */
    boolean echo(Ipv4Address address) {
        if (!find(address)) {
            return false;
        }
        sequence = sequence + 1 & SEQUENCE_MASK;
        Echo.writeRequest(sent, link.address(), own, found, address, IDENTIFIER, sequence);
        return ask(Awaited.ECHO, address);
    }

    /** How long the last answer took, in microseconds. */
    long elapsed() {
        return elapsed;
    }

    /** Sends what was written, and waits for the answer of that address. */
    private boolean ask(Awaited awaited, Ipv4Address address) {
        watch.start();
        link.send(sent);
        for (long left = PATIENCE; left > 0; left = PATIENCE - watch.microseconds()) {
            if (!link.receive(received, left)) {
                continue;
            }
            if (isAnswer(awaited, address)) {
                elapsed = watch.microseconds();
                return true;
            }
            answer();
        }
        return false;
    }

    private boolean isAnswer(Awaited awaited, Ipv4Address address) {
        return switch (awaited) {
            case ARP_REPLY -> Arp.isReplyFrom(received, address);
            case ECHO -> Echo.isReply(received, own, address, IDENTIFIER, sequence);
        };
    }

    /** Answers what others ask. */
    private void answer() {
        if (Arp.isRequestFor(received, own)) {
            Arp.writeReply(sent, received, link.address(), own);
            link.send(sent);
        } else if (Echo.isRequestFor(received, own)) {
            Echo.writeReply(sent, received, link.address(), own);
            link.send(sent);
        }
    }
}
