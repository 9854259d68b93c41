package peaberry.realtimeclock;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.clock.Clock.Outcome;
import peaberry.clock.ClockServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Ports;
import peaberry.runtime.Server;

/**
 * The driver of a PC's clock. It holds the two ports and its clients' endpoint, and nothing else; it believes nothing that the device
 * says before it is a time, and asks a bounded number of times.
 */
public final class RealTimeClock extends ClockServer {

    private static final RealTimeClock DRIVER = new RealTimeClock(new Registers());
    private static final Server SERVER = new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, DRIVER);

    /** Longer than an update: with the notice before it that takes 2,228 microseconds at most, and a look half a microsecond at least. */
    private static final int MOST_LOOKS = 10_000;
    /** How often it may tick between two readings; once is bad luck. */
    private static final int MOST_READINGS = 4;

    private final Registers registers;
    private final Reading shown = new Reading();
    private final Reading again = new Reading();
    private int centuryRegister;

    RealTimeClock(Registers registers) {
        this.registers = registers;
    }

    /** Serves for ever. @param centuryRegister the index of the register with the century; 0 if the clock has none, and counts from 2000 */
    public static void main(long centuryRegister) {
        DRIVER.start((int) centuryRegister);
        DRIVER.registers.start(Ports.at(Grants.find(GrantKind.PORTS, "registers").slot()));
        SERVER.run();
    }

    void start(int register) {
        centuryRegister = register;
    }

    @Override
    protected Answer read() {
        if (!look()) {
            return refuse(Outcome.NO_TIME);
        }
        return answerRead(shown.year(), shown.month(), shown.day(), shown.hour(), shown.minute(), shown.second());
    }

    /** Reads the time until it is twice the same. @return whether {@link #shown} has it */
    boolean look() {
        for (int readings = 0; readings < MOST_READINGS && isRunning() && awaitUpdate(); readings++) {
            shown.take(registers, centuryRegister);
            again.take(registers, centuryRegister);
            if (shown.sameAs(again)) {
                return shown.isTime();
            }
        }
        return false;
    }

    /** The time, after a {@link #look} that found it. */
    Reading shown() {
        return shown;
    }

    /** Whether it is there, ticks, and never lost its time. */
    private boolean isRunning() {
        return (registers.read(Registers.B) & Registers.B_SET) == 0 && (registers.read(Registers.D) & Registers.D_VALID) != 0
                && (registers.read(Registers.A) & Registers.A_DIVIDER_RESET) != Registers.A_DIVIDER_RESET;
    }

    /** Waits until the time does not change. @return false if that takes longer than it may */
    private boolean awaitUpdate() {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if ((registers.read(Registers.A) & Registers.A_UPDATE_IN_PROGRESS) == 0) {
                return true;
            }
        }
        return false;
    }
}
