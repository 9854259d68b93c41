package peaberry.runtime;

import peaberry.abi.ProgramEnd;
import peaberry.machine.SystemCall;
import peaberry.machine.Trusted;

/** The program that runs. */
@Trusted
public final class Program {

    private Program() {
    }

    /** Ends it: whoever hears of its faults takes that for what it is. Does not return. @param status 0 if all is well; 0 to 255 */
    public static void exit(int status) {
        for (;;) {
            SystemCall.trap(ProgramEnd.number(status));
        }
    }
}
