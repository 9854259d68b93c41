package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/** The programs that came with the system, in the boot archive. */
@Interface(outcomes = BootPrograms.Outcome.class)
public interface BootPrograms {

    /** The executable of that name: how long it is, and where it can be read. {@link Outcome#NOT_FOUND} if there is none. */
    @Idempotent
    Executable open(@Size(SystemControl.MAX_NAME) Text name);

    /** @param bytes how many @param contents of as many */
    record Executable(@Range(min = 1, max = Long.MAX_VALUE) long bytes, Window contents) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no program of that name. */
        NOT_FOUND
    }
}
