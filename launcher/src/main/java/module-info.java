/** The Java half of {@code ./peaberry}: run, test, debug, bench. */
module peaberry.launcher {
    requires peaberry.image;
}
