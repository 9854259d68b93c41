package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;

/** An interrupt line of which no device makes use. */
final class InterruptLine {

    /** Of 24 lines; the console's is 4. */
    static final int UNUSED = 22;
    static final int CONSOLE = 4;

    private InterruptLine() {
    }

    /** A handler of it. */
    static int handler() {
        int slot = Fresh.slot();
        Check.done(issue(UNUSED, slot), "making the handler of a line that has none");
        return slot;
    }

    static KernelError issue(long line, int slot) {
        return Kernel.call(Own.interruptControl(), Invocation.IRQ_CONTROL_ISSUE, line, Own.table(), slot);
    }
}
