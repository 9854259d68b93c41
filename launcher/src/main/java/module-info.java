/** The Java half of {@code ./peaberry}: run, image, test, conformance, fuzz, debug, bench, faults, powercut, demo. */
module peaberry.launcher {
    requires java.compiler;
    requires jdk.jdi;
    requires peaberry.image;
    requires peaberry.powercut;
    requires peaberry.standin;
}
