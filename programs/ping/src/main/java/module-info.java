/** Asks stations of the network whether they are there: ARP and the echo of ICMP. */
module peaberry.ping {
    requires transitive peaberry.interfaces;
    exports peaberry.ping;
}
