/** What ordinary Java programs have around them on the simulated machine, in place of the JVM's own. */
module peaberry.hosted {
    requires peaberry.interfaces;
}
