package peaberry.fullscreen;

import java.io.IOException;
import peaberry.fullscreen.edit.Edit;
import peaberry.fullscreen.less.Less;
import peaberry.fullscreen.man.Man;
import peaberry.fullscreen.top.Top;
import peaberry.sh.system.BrokenPipeException;
import peaberry.tools.UsageException;

/** All programs that fill the screen: one of them is run by its name. */
public final class Programs {

    private static final int STATUS_FAILED = 1;
    private static final int STATUS_UNKNOWN = 127;
    /** Of who writes what nobody reads: 128 and the number of SIGPIPE. */
    private static final int STATUS_BROKEN = 128 + 13;

    private Programs() {
    }

    /** Runs a program to its end. The channels stay open, and the terminal is as it was. @return its exit status */
    public static int run(Call call) {
        try {
            return switch (call.name()) {
                case "edit" -> Edit.run(call);
                case "less" -> Less.run(call);
                case "man" -> Man.run(call);
                case "top" -> Top.run(call);
                default -> {
                    call.say("there is no such program");
                    yield STATUS_UNKNOWN;
                }
            };
        } catch (BrokenPipeException nobodyReads) {
            return STATUS_BROKEN;
        } catch (UsageException | IOException failure) {
            return failed(call, failure.getMessage());
        } catch (OutOfMemoryError failure) {
            return failed(call, "there is not enough memory");
        }
    }

    private static int failed(Call call, String message) {
        try {
            call.say(message);
        } catch (IOException nobody) {
            return STATUS_FAILED; // There is no way left to say anything.
        }
        return STATUS_FAILED;
    }
}
