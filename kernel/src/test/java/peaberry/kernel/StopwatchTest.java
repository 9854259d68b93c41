package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UninterruptibleStretch;
import peaberry.kernel.arch.UserContext;
import peaberry.machine.MessageRegisters;

/** A kernel that measures itself keeps the longest stretch of each cause. */
class StopwatchTest {

    private TestKernel kernel;
    private Stopwatch stopwatch;
    @BeforeEach
    void boot() {
        kernel = TestKernel.booted();
        stopwatch = new Stopwatch(kernel.systemCalls, kernel.processor);
    }

    private long longest(int cause) {
        UserContext caller = kernel.current().context;
        caller.setWord(0, cause);
        stopwatch.systemCall(UninterruptibleStretch.SYSTEM_CALL);
        return caller.word(0);
    }

    @Test
    void theLongestOfSeveralStretchesCounts() {
        for (long pace : new long[] {30, 50, 40}) {
            kernel.pace = pace;
            stopwatch.systemCall(SystemCallNumber.POLL);
        }
        assertEquals(50, longest(SystemCallNumber.POLL));
        assertEquals(0, longest(SystemCallNumber.SIGNAL));
    }

    @Test
    void eachKindOfTrapIsACauseOfItsOwn() {
        kernel.pace = 10;
        stopwatch.timer();
        stopwatch.interrupt(20);
        stopwatch.deviceFault(1, DeviceFault.READ, 0, 0);
        assertTrue(longest(UninterruptibleStretch.TIMER) > 0);
        assertTrue(longest(UninterruptibleStretch.INTERRUPT) > 0);
        assertTrue(longest(UninterruptibleStretch.DEVICE_FAULT) > 0);
        kernel.pace = 1000;
        stopwatch.message(0);
        assertTrue(longest(UninterruptibleStretch.INTERRUPT) >= 1000);
    }

    @Test
    void eachFaultIsACauseOfItsOwn() {
        kernel.pace = 10;
        UserContext faulty = kernel.current().context;
        stopwatch.fault(FaultKind.JAVA_TRAP, 0, 0);
        assertTrue(kernel.current() == null, "nobody can run any more");
        kernel.root().resume();
        kernel.processor.dispatch();
        assertTrue(longest(UninterruptibleStretch.FIRST_FAULT + FaultKind.JAVA_TRAP.ordinal()) > 0);
        assertEquals(0, longest(UninterruptibleStretch.FIRST_FAULT + FaultKind.PAGE_FAULT.ordinal()));
        assertEquals(faulty, kernel.current().context);
    }

    @Test
    void eachInvocationIsACauseOfItsOwn() {
        kernel.pace = 10;
        int cause = UninterruptibleStretch.ofInvocation(Invocation.CNODE_DELETE.ordinal());
        MessageRegisters message = kernel.message;
        message.tag = Tag.of(Invocation.CNODE_DELETE.ordinal(), 1).bits();
        message.word0 = TestKernel.UNTYPED + 100;
        kernel.trap(SystemCallNumber.CALL, TestKernel.CNODE, 0);
        kernel.current().context.setTag(message.tag);
        stopwatch.systemCall(SystemCallNumber.CALL);
        assertTrue(longest(cause) + longest(SystemCallNumber.CALL) > 0);
    }

    @Test
    void aLongOperationIsInterruptibleWhereItLooks() {
        kernel.pace = 0;
        stopwatch.interrupt(20);
        kernel.clock += 70;
        stopwatch.lap();
        kernel.clock += 60;
        stopwatch.lap();
        assertEquals(70, longest(UninterruptibleStretch.INTERRUPT));
    }

    @Test
    void aCauseThatIsNoneHadNoStretch() {
        assertEquals(0, longest(-1));
        assertEquals(0, longest(UninterruptibleStretch.CAUSES));
    }

    @Test
    void causesDoNotMeet() {
        assertEquals(UninterruptibleStretch.FIRST_INVOCATION - 1, UninterruptibleStretch.ofSystemCall(1_000_000));
        assertEquals(UninterruptibleStretch.FIRST_FAULT - 1, UninterruptibleStretch.ofInvocation(-1));
    }
}
