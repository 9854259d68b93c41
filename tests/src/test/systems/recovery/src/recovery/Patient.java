package recovery;

import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Server;
import peaberry.runtime.SystemCalls;

/** Does wrong in its first lives, which it counts in memory that outlives it, and is well in all others. */
public final class Patient extends DriverControlServer {

    private static final Server SERVER =
            new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, new Patient());

    /** Added to the argument: it hangs, and does not crash. */
    private static final int HANGS = 1_000;

    private static final Region LIVES = new Region();
    /** Stays null. */
    private static int[] missing;

    private Patient() {
    }

    /** Serves for ever, unless this is an early life. @param argument in how many lives it does wrong */
    public static void main(long argument) {
        Regions.open(LIVES, "lives", RegionKind.KEPT, 0);
        LIVES.setInt64(0, LIVES.int64(0) + 1);
        if (LIVES.int64(0) <= argument % HANGS) {
            if (argument >= HANGS) {
                hang();
            }
            missing[0] = 1;
        }
        SERVER.run();
    }

    /** Waits for what does not come. On the JVM only a system call lets others run. */
    private static void hang() {
        while (LIVES.int64(0) > 0) {
            SystemCalls.yieldProcessor();
        }
    }

    @Override
    protected Answer crash() {
        missing[0] = 1;
        return answerCrash();
    }
}
