package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import peaberry.image.system.Drawing;
import peaberry.image.system.Explanation;
import peaberry.image.system.SystemDeclaration;

/** {@code ./peaberry image --explain}: what a system's declaration says, without building anything. */
final class Declared {

    private Declared() {}

    /** Prints the declaration, or draws it into the file that the options name, or both. */
    static int explain(Options options) throws Failure, IOException {
        SystemDeclaration system = ChosenSystem.of(options).declaration();
        if (options.explains()) {
            System.out.print(Explanation.of(system));
        }
        if (options.drawing() != null) {
            Files.writeString(options.drawing(), Drawing.of(system));
        }
        return 0;
    }
}
