package peaberry.ping;

import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.Ping.Outcome;
import peaberry.ethernet.PingServer;
import peaberry.runtime.Answer;

/** What clients ask, one after the other: each waits until the one before was answered. */
final class PingRequests extends PingServer {

    private final Link link;
    private final Host host;

    PingRequests(Link link, Host host) {
        this.link = link;
        this.host = host;
    }

    @Override
    protected Answer arp(Ipv4Address address) {
        if (!link.isThere()) {
            return refuse(Outcome.NO_NETWORK);
        }
        return host.find(address) ? answerArp(host.found()) : refuse(Outcome.NO_ANSWER);
    }

    @Override
    protected Answer ping(Ipv4Address address) {
        if (!link.isThere()) {
            return refuse(Outcome.NO_NETWORK);
        }
        return host.echo(address) ? answerPing(host.elapsed()) : refuse(Outcome.NO_ANSWER);
    }
}
