package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UninterruptibleStretch;
import peaberry.kernel.arch.TrapHandler;
import peaberry.kernel.arch.UserContext;

/**
 * Stands between the machine and the kernel and keeps, for each cause, the longest time during which no interrupt was taken: from
 * the begin of a trap to its end, or to where a long operation looks for interrupts. What the machine does before and after a trap, in
 * some fifty instructions, is not in it.
 */
final class Stopwatch implements TrapHandler {

    private final SystemCalls kernel;
    private final Processor processor;
    private final long[] longest = new long[UninterruptibleStretch.CAUSES];
    private int cause;
    private long start;

    Stopwatch(SystemCalls kernel, Processor processor) {
        this.kernel = kernel;
        this.processor = processor;
        processor.preemption.measuredBy(this);
    }

    @Override
    public void systemCall(long request) {
        if (request == UninterruptibleStretch.SYSTEM_CALL) {
            tell(processor.current().context);
            return;
        }
        begin(causeOf((int) request & SystemCallNumber.MASK, processor.current()));
        kernel.systemCall(request);
        lap();
    }

    @Override
    public void call() {
        begin(causeOf(SystemCallNumber.CALL, processor.current()));
        kernel.call();
        lap();
    }

    @Override
    public void replyReceive() {
        begin(causeOf(SystemCallNumber.REPLY_RECEIVE, processor.current()));
        kernel.replyReceive();
        lap();
    }

    @Override
    public void interrupt(int line) {
        begin(UninterruptibleStretch.INTERRUPT);
        kernel.interrupt(line);
        lap();
    }

    @Override
    public void message(int number) {
        begin(UninterruptibleStretch.INTERRUPT);
        kernel.message(number);
        lap();
    }

    @Override
    public void deviceFault(int function, DeviceFault kind, long page, int reason) {
        begin(UninterruptibleStretch.DEVICE_FAULT);
        kernel.deviceFault(function, kind, page, reason);
        lap();
    }

    @Override
    public void timer() {
        begin(UninterruptibleStretch.TIMER);
        kernel.timer();
        lap();
    }

    @Override
    public void fault(FaultKind kind, long detail, long errorCode) {
        begin(UninterruptibleStretch.FIRST_FAULT + kind.ordinal());
        kernel.fault(kind, detail, errorCode);
        lap();
    }

    private void begin(int trap) {
        cause = trap;
        start = Ticks.now();
    }

    /** An interrupt would be taken here: a stretch ends, and another one of the same cause begins. */
    void lap() {
        long now = Ticks.now();
        if (now - start > longest[cause]) {
            longest[cause] = now - start;
        }
        start = now;
    }

    private static int causeOf(int number, Tcb caller) {
        if (number == SystemCallNumber.CALL) {
            Slot target = caller.lookup(caller.context.capability());
            if (target != null && target.type() != CapabilityType.ENDPOINT) {
                return UninterruptibleStretch.ofInvocation(new Tag(caller.context.tag()).label());
            }
        }
        return UninterruptibleStretch.ofSystemCall(number);
    }

    private void tell(UserContext asks) {
        long cause = asks.word(0);
        asks.setWord(0, cause >= 0 && cause < longest.length ? longest[(int) cause] : 0);
    }
}
