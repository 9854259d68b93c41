package peaberry.image;

/** The kernels that are built from the same classes; they differ in where they begin. */
public enum KernelVariant {

    ORDINARY("kernel", "peaberry.kernel.Main"),
    /** Measures how long it keeps interrupts off. */
    MEASURING("measuring-kernel", "peaberry.kernel.MeasuringMain"),
    /** Lets no message pass by the fast path: that must make no difference but in time. */
    GENERAL_PATH("general-path-kernel", "peaberry.kernel.GeneralPathMain");

    private final String image;
    private final String mainClass;

    KernelVariant(String image, String mainClass) {
        this.image = image;
        this.mainClass = mainClass;
    }

    /** What its image is called, without the ending. */
    String image() {
        return image;
    }

    /** The class with its entry point, at which both machines start. */
    String mainClass() {
        return mainClass;
    }
}
