package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.Namespace;

/** {@code sync}: waits until all that was written to files survives a loss of power. */
final class Sync implements Command {

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 0);
        all();
        return 0;
    }

    /** Has every tree of files that was given be synced. @throws RefusedException if some of what was written does not survive; the others are synced then, too */
    static void all() throws RefusedException {
        Namespace files = new Namespace();
        files.open();
        boolean isLost = false;
        for (int tree = 0; tree < files.trees(); tree++) {
            Outcome outcome = files.tree(tree).sync();
            isLost |= outcome != Outcome.DONE && outcome != Outcome.READ_ONLY;
        }
        if (isLost) {
            throw new RefusedException("some of what was written before is lost");
        }
    }
}
