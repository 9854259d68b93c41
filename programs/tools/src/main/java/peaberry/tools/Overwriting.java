package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** What becomes of a file that is in the place of another one that is copied or moved there. */
final class Overwriting {

    private final Call call;
    private final char rule;
    private final boolean onlyOlder;

    /** @param rule the option that says whether: {@code i} if one is asked, {@code n} if nothing is written over, or another one if all is */
    Overwriting(Call call, char rule, boolean onlyOlder) {
        this.call = call;
        this.rule = rule;
        this.onlyOlder = onlyOlder;
    }

    /** Whether one is to take the place of another one; neither null. Throws if it cannot. */
    boolean isWanted(FileStatus from, FileStatus to, String source, String target) throws IOException {
        boolean isDirectory = from.is(Kind.DIRECTORY);
        if (!isDirectory && onlyOlder && to.modified() >= from.modified()) {
            return false;
        }
        if (!isDirectory && (rule == 'n' || rule == 'i' && !call.agrees("overwrite " + Quoted.always(target)))) {
            return false;
        }
        if (isDirectory && !to.is(Kind.DIRECTORY)) {
            throw new IOException("not a directory, which " + source + " is");
        }
        if (!isDirectory && to.is(Kind.DIRECTORY)) {
            throw new IOException("a directory, which " + source + " is not");
        }
        return true;
    }
}
