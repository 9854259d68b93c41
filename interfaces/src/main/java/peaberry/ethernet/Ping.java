package peaberry.ethernet;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;

/** Asks who is on the network. Only stations of the same Ethernet are asked; one answers within a second or not at all. */
@Interface(outcomes = Ping.Outcome.class)
public interface Ping {

    /** Which station has this address. */
    @Idempotent
    MacAddress arp(Ipv4Address address);

    /** Has the station with this address send back some bytes. @return microseconds from the question to the answer */
    @Idempotent
    @Range(max = Long.MAX_VALUE)
    long ping(Ipv4Address address);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** Nobody answered. */
        NO_ANSWER,
        /** There is no network, or its card cannot be used. */
        NO_NETWORK
    }
}
