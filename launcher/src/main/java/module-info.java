/** The Java half of {@code ./peaberry}: run, image, test, conformance, fuzz, debug, bench. */
module peaberry.launcher {
    requires peaberry.image;
}
