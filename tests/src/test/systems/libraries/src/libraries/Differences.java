package libraries;

import difflib.Delta;
import difflib.DiffUtils;
import java.util.List;

/** Diffutils. */
final class Differences {

    private Differences() {
    }

    static void run() {
        for (Delta<String> each : DiffUtils.diff(List.of("a", "b", "c"), List.of("a", "x", "c", "d")).getDeltas()) {
            System.out.println(each.getType() + " " + each.getOriginal() + " " + each.getRevised());
        }
    }
}
