package storm;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Ports;
import peaberry.runtime.Server;
import peaberry.runtime.Time;
import storm.Storm.Manner;

/** The driver of channel 0 of a PC's interval timer (Intel 8254), which it has interrupt far more often than anybody can bear. */
public final class Timer extends Server {

    private static final String DEVICE = "timer";
    private static final int CHANNEL_0 = 0x40;
    private static final int COMMAND = 0x43;
    /** Channel 0, low byte then high byte, mode 2: again and again. */
    private static final int REPEAT = 0x34;
    /** Mode 0: once, and only when a count was written. */
    private static final int ONCE = 0x30;
    /** Of 1,193,182 a second. */
    private static final int COUNT = 4;

    private static final Timer DRIVER = new Timer();

    private Ports ports = Ports.at(0);
    private InterruptHandler interrupt = InterruptHandler.at(0);
    private Manner manner = Manner.IGNORED;
    private long endTicks;
    private long interrupts;

    private Timer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new Orders());
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.ports = Ports.at(Grants.find(GrantKind.PORTS, DEVICE).slot());
        DRIVER.interrupt = InterruptHandler.at(Grants.find(GrantKind.INTERRUPT, DEVICE).slot());
        DRIVER.run();
    }

    @Override
    protected void signal(long badge) {
        interrupts++;
        if (Time.ticks() - endTicks >= 0) {
            stop();
        } else if (manner == Manner.ACKNOWLEDGED) {
            interrupt.acknowledge();
        }
    }

    private void begin(Manner what, long ticks) {
        manner = what;
        endTicks = Time.ticks() + ticks;
        interrupts = 0;
        ports.write(COMMAND, Byte.SIZE, REPEAT);
        ports.write(CHANNEL_0, Byte.SIZE, COUNT);
        ports.write(CHANNEL_0, Byte.SIZE, 0);
        interrupt.acknowledge();
    }

    private void stop() {
        ports.write(COMMAND, Byte.SIZE, ONCE);
    }

    /** Takes orders. */
    private static final class Orders extends StormServer {

        @Override
        protected Answer begin(Manner manner, long ticks) {
            DRIVER.begin(manner, ticks);
            return answerBegin();
        }

        @Override
        protected Answer end() {
            DRIVER.stop();
            return answerEnd(DRIVER.interrupts);
        }
    }
}
