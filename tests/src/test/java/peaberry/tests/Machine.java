package peaberry.tests;

import java.util.List;

/** Where the system can run. */
enum Machine {

    Q35("--machine", "q35"),
    PC("--machine", "pc"),
    MICROVM("--machine", "microvm"),
    JVM("--jvm");

    private final List<String> options;

    Machine(String... options) {
        this.options = List.of(options);
    }

    /** The options of {@code ./peaberry run} that choose it. */
    List<String> options() {
        return options;
    }
}
