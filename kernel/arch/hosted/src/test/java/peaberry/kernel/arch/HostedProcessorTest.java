package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.SystemCall;
import peaberry.machine.simulated.SimulatedMachine;

@Timeout(30)
class HostedProcessorTest {

    private static final int TALKER = 0;
    private static final int COUNTER = 1;
    private static final int READER = 2;
    private static final int FAILING = 3;
    private static final int RELUCTANT = 4;
    private static final long PAGE = 0x1234_5000;

    @AfterEach
    void noThreadIsLeft() {
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(ProgramThread.class::isInstance));
    }

    @Test
    void threadsRunOneAtATimeAsTheKernelSays() {
        TestKernel kernel = new TestKernel();
        kernel.thread(TALKER, 1, kernel.space());
        kernel.thread(TALKER, 2, kernel.space());

        assertEquals(5, kernel.run());

        assertEquals(List.of(1L, 2L, 1L), kernel.log);
    }

    @Test
    void eachProcessHasStaticFieldsOfItsOwn() {
        TestKernel kernel = new TestKernel();
        kernel.thread(COUNTER, 0, kernel.space());
        kernel.thread(COUNTER, 1, kernel.space());
        kernel.run();
        assertEquals(List.of(1L, 1L), kernel.log);
    }

    @Test
    void threadsOfOneProcessShareTheirStaticFields() {
        TestKernel kernel = new TestKernel();
        PhysicalAddress space = kernel.space();
        kernel.thread(COUNTER, 0, space);
        kernel.thread(COUNTER, 1, space);
        kernel.run();
        assertEquals(List.of(1L, 2L), kernel.log);
    }

    @Test
    void aNewAddressSpaceInTheSamePageStartsWithFreshClasses() {
        TestKernel kernel = new TestKernel() {
            @Override
            public void systemCall(long number) {
                if (number == TestPrograms.SWITCH) {
                    Translation.initialise(roots.getFirst());
                }
                super.systemCall(number);
            }
        };
        PhysicalAddress space = kernel.space();
        kernel.thread(COUNTER, 0, space);
        kernel.thread(COUNTER, 1, space);
        kernel.run();
        assertEquals(List.of(1L, 1L), kernel.log);
    }

    @Test
    void programsReachTheMemoryThatIsMapped() {
        TestKernel kernel = new TestKernel();
        PhysicalAddress frame = kernel.page();
        kernel.thread(READER, PAGE + 8, kernel.space());
        kernel.map(kernel.roots.getFirst(), PAGE, frame, Translation.Access.READ_WRITE);
        assertEquals(0, kernel.run());
        assertEquals(List.of(77L), kernel.log);
        assertEquals(77, PhysicalMemory.loadInt(PhysicalAddress.of(frame.value() + 8)));
    }

    @Test
    void aProgramGoesOnWhereItFaultedOnceThePageIsThere() {
        TestKernel kernel = new TestKernel() {
            @Override
            public void fault(FaultKind kind, long detail, long errorCode) {
                log.add(detail);
                map(roots.getFirst(), PAGE, page(), Translation.Access.READ_WRITE);
            }
        };
        kernel.thread(READER, PAGE + 8, kernel.space());
        assertEquals(0, kernel.run());
        assertEquals(List.of(PAGE + 8, 77L), kernel.log);
    }

    @Test
    void aWriteToAReadOnlyPageIsAFaultThatSaysSo() {
        TestKernel kernel = new TestKernel();
        kernel.thread(READER, PAGE, kernel.space());
        kernel.map(kernel.roots.getFirst(), PAGE, kernel.page(), Translation.Access.READ);
        assertEquals(1, kernel.run());
        assertEquals(List.of(FaultKind.PAGE_FAULT, PAGE, 7L), kernel.log.subList(0, 3));
    }

    @Test
    void exceptionsAreTrapsAtTheirLine() {
        assertTrap(1, JavaTrap.ARRAY_INDEX);
        assertTrap(2, JavaTrap.CLASS_CAST);
        assertTrap(3, JavaTrap.DIVISION);
        assertTrap(4, JavaTrap.ASSERTION);
        assertTrap(5, JavaTrap.THROW);
        assertTrap(9, JavaTrap.UNREACHABLE);
    }

    @Test
    void aNullReferenceIsAPageFaultInTheLowestPage() {
        List<Object> fault = failure(0);
        assertEquals(List.of(FaultKind.PAGE_FAULT, 0L, 4L), fault.subList(0, 3));
        assertTrue((long) fault.get(3) > TestPrograms.addressOfLine(0));
        assertEquals(FaultKind.PAGE_FAULT, failure(6).getFirst());
    }

    @Test
    void aFailedAccessIsReportedWhereTheProgramMadeIt() {
        List<Object> fault = failure(8);
        assertEquals(List.of(FaultKind.PAGE_FAULT, 0x1000L, 4L), fault.subList(0, 3));
        assertTrue((long) fault.get(3) > TestPrograms.addressOfLine(0));
    }

    @Test
    void aStackOverflowIsAPageFaultBelowTheStackAndNeverAPanic() {
        List<Object> fault = failure(7);
        assertEquals(List.of(FaultKind.PAGE_FAULT, UserLayout.STACK_BOTTOM - 8, 6L), fault.subList(0, 3));
    }

    @Test
    void anEntryThatIsNoProgramFaultsAtOnce() {
        TestKernel kernel = new TestKernel();
        kernel.thread(1000, 0, kernel.space());
        assertEquals(1, kernel.run());
        assertEquals(List.of(FaultKind.PAGE_FAULT, TestPrograms.entry(1000), 0x14L, TestPrograms.entry(1000)),
                kernel.log);
    }

    @Test
    void aThreadWhoseMemoryIsZeroedEnds() {
        TestKernel kernel = new TestKernel() {
            private boolean zeroed;

            @Override
            public void systemCall(long number) {
                boolean second = running == 1;
                if (second && number == TestPrograms.LOG && !zeroed) {
                    zeroed = true;
                    PhysicalMemory.zero(threadAddress(0), 512);
                    log.add(Thread.getAllStackTraces().keySet().stream().filter(ProgramThread.class::isInstance)
                            .count());
                }
                if (second && number == TestPrograms.SWITCH) {
                    Cpu.powerOff(9);
                }
                super.systemCall(number);
            }
        };
        kernel.thread(TALKER, 1, kernel.space());
        kernel.thread(TALKER, 2, kernel.space());
        assertEquals(9, kernel.run());
        assertEquals(List.of(1L, 1L, 2L), kernel.log);
    }

    @Test
    void aThreadThatUnwindsReachesTheKernelNoMore() {
        TestKernel kernel = new TestKernel();
        kernel.thread(RELUCTANT, 1, kernel.space());
        kernel.thread(COUNTER, 1, kernel.space());
        assertEquals(0, kernel.run());
        assertEquals(List.of(1L), kernel.log);
    }

    @Test
    void aThreadThatIsStartedAgainStartsFromItsEntry() {
        TestKernel kernel = new TestKernel() {
            @Override
            public void systemCall(long number) {
                if (running == 1 && number == TestPrograms.SWITCH) {
                    threads.getFirst().start(TestPrograms.entry(TALKER), UserLayout.STACK_TOP, 7);
                }
                super.systemCall(number);
            }
        };
        kernel.thread(TALKER, 1, kernel.space());
        kernel.thread(TALKER, 2, kernel.space());
        assertEquals(5, kernel.run());
        assertEquals(List.of(1L, 2L, 7L, 2L), kernel.log);
    }

    @Test
    void anExceptionInTheKernelIsAPanic() {
        TestKernel kernel = new TestKernel() {
            @Override
            public void systemCall(long number) {
                throw new IllegalStateException("broken");
            }
        };
        kernel.thread(TALKER, 1, kernel.space());
        assertEquals(SimulatedMachine.PANIC_STATUS, kernel.run());
        assertTrue(kernel.printed().contains("KERNEL PANIC"), kernel.printed());
        assertTrue(kernel.printed().contains("HostedProcessorTest"), kernel.printed());
    }

    @Test
    void interruptsAreDeliveredWhenTheKernelIsLeft() {
        TestKernel kernel = new TestKernel();
        kernel.thread(TALKER, 1, kernel.space());
        Interrupts.unmask(3);
        kernel.machine.interrupts().set(3, true);
        assertEquals(0, kernel.run());
        assertEquals(List.of("line 3"), kernel.log);
    }

    @Test
    void theTimerEndsIdling() {
        TestKernel kernel = new TestKernel();
        assertEquals(TestKernel.TIMED_OUT, kernel.machine.run(() -> {
            Timer.arm(1000 * Timer.ticksPerMicrosecond());
            Cpu.idle();
        }));
    }

    @Test
    void aMachineCanBeSwitchedOffFromOutside() throws InterruptedException {
        TestKernel kernel = new TestKernel();
        Thread outside = new Thread(() -> kernel.machine.switchOff(33));
        assertEquals(33, kernel.machine.run(() -> {
            Cpu.idle();
            outside.start();
        }));
        outside.join();
    }

    @Test
    void aTestWithoutProgramsEntersTheKernelForWhomeverItResumed() {
        TestKernel kernel = new TestKernel();
        kernel.thread(TALKER, 0, kernel.space());
        kernel.resume(0);
        MessageRegisters message = new MessageRegisters();
        message.word0 = 12;

        SystemCall.trap(TestPrograms.LOG, 3, 4, message);
        SystemCall.trap(-1, 5, 6, message);

        assertEquals(List.of(12L), kernel.log);
        assertEquals(5, kernel.threads.getFirst().capability());
        assertEquals(6, kernel.threads.getFirst().reply());
        assertEquals(5, message.badge);
        assertEquals(-1, message.tag);
    }

    @Test
    void aTestWithoutProgramsSeesTheKernelsExceptions() {
        TestKernel kernel = new TestKernel() {
            @Override
            public void systemCall(long number) {
                throw new IllegalStateException("broken");
            }
        };
        kernel.thread(TALKER, 0, kernel.space());
        kernel.resume(0);
        assertThrows(IllegalStateException.class, () -> SystemCall.trap(0, 0, 0, new MessageRegisters()));
    }

    private static void assertTrap(int way, JavaTrap trap) {
        List<Object> fault = failure(way);
        assertEquals(List.of(FaultKind.JAVA_TRAP, (long) trap.ordinal(), 0L), fault.subList(0, 3));
        if (trap != JavaTrap.UNREACHABLE) {
            assertTrue((long) fault.get(3) > TestPrograms.addressOfLine(0), trap.name());
        }
    }

    /** What the kernel hears when the program fails in one of its ways: kind, detail, error code, address. */
    private static List<Object> failure(int way) {
        TestKernel kernel = new TestKernel();
        kernel.thread(FAILING, way, kernel.space());
        assertEquals(1, kernel.run());
        return kernel.log;
    }
}
