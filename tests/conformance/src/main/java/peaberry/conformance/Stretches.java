package peaberry.conformance;

import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.ThreadState;
import peaberry.abi.UninterruptibleStretch;
import peaberry.runtime.Text;

/**
 * Asks a kernel that measures itself how long it kept interrupts off, and prints the longest stretch of each cause. Another kernel
 * takes the question for a fault of the thread that asks.
 */
final class Stretches {

    private static final String[] SYSTEM_CALLS = {
        "NULL", "CALL", "REPLY_RECEIVE", "SEND", "RECEIVE", "SIGNAL", "WAIT", "POLL", "YIELD",
    };

    private static final Text LINE = new Text(100);

    private Stretches() {
    }

    /** Prints {@code STRETCH cause ticks} for each cause that there was. */
    static void report() {
        Check.begin();
        Actor asks = Actor.here();
        int step = asks.systemCall(UninterruptibleStretch.SYSTEM_CALL, 0, 0, 0);
        for (int cause = 0; cause < UninterruptibleStretch.CAUSES; cause++) {
            asks.word(step, 0, cause).start();
            Actor.letAllRun();
            if (asks.state() == ThreadState.FAULTED) {
                break;
            }
            if (asks.word(step, 0) > 0) {
                Conformance.say(name(LINE.clear().append("STRETCH "), cause).append(" ").decimal(asks.word(step, 0)));
            }
            asks.suspend();
        }
        Actor.clear();
        Fresh.clear();
    }

    private static Text name(Text to, int cause) {
        int label = cause - UninterruptibleStretch.FIRST_INVOCATION;
        return switch (cause) {
            case UninterruptibleStretch.TIMER -> to.append("TIMER");
            case UninterruptibleStretch.INTERRUPT -> to.append("INTERRUPT");
            case UninterruptibleStretch.DEVICE_FAULT -> to.append("DEVICE_FAULT");
            default -> {
                if (cause >= UninterruptibleStretch.FIRST_FAULT) {
                    yield to.append("FAULT_").append(FaultKind.of(cause - UninterruptibleStretch.FIRST_FAULT).name());
                }
                if (label >= 0) {
                    yield Invocation.isOrdinal(label) ? to.append(Invocation.of(label).name()) : to.append("NO_INVOCATION");
                }
                yield to.append(cause < SYSTEM_CALLS.length ? SYSTEM_CALLS[cause] : "NO_SYSTEM_CALL");
            }
        };
    }
}
