package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.simulated.PortDevice;

class IoPortTest {

    private static final int FIRST = 0x500;
    private static final int LAST = 0x507;

    private final TestKernel kernel = TestKernel.booted();
    private final int[] registers = new int[8];
    private int ports;

    @BeforeEach
    void attachADevice() {
        kernel.machine.ports().attach(FIRST, LAST, new PortDevice() {
            @Override
            public int read(int offset, int widthBits) {
                return registers[offset] + widthBits;
            }

            @Override
            public void write(int offset, int widthBits, int value) {
                registers[offset] = value;
            }
        });
        ports = issue(FIRST, LAST);
    }

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void portsInTheRangeAreWrittenAndRead() {
        for (int width : new int[] {8, 16, 32}) {
            kernel.perform(ports, Invocation.IO_PORT_WRITE, FIRST + 2, width, 77);
            kernel.perform(ports, Invocation.IO_PORT_READ, FIRST + 2, width);
            assertEquals(77 + width, kernel.message.word0);
        }
    }

    @Test
    void valuesAreUnsigned() {
        kernel.perform(ports, Invocation.IO_PORT_WRITE, FIRST, 32, -100);
        kernel.perform(ports, Invocation.IO_PORT_READ, FIRST, 32);
        assertEquals(0xFFFF_FFFFL - 99 + 32, kernel.message.word0);
    }

    @Test
    void portsOutsideAreRefused() {
        for (long port : new long[] {FIRST - 1, LAST + 1, 0, -1, 0x1_0500, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(ports, Invocation.IO_PORT_READ, port, 8));
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(ports, Invocation.IO_PORT_WRITE, port, 8, 1));
        }
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(ports, Invocation.IO_PORT_READ, LAST, 16));
        assertEquals(KernelError.RANGE_ERROR, kernel.invoke(ports, Invocation.IO_PORT_READ, LAST - 2, 32));
        kernel.perform(ports, Invocation.IO_PORT_READ, LAST - 3, 32);
    }

    @Test
    void otherWidthsAreRefused() {
        for (long width : new long[] {0, 1, 7, 24, 64, -8, Long.MAX_VALUE}) {
            assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(ports, Invocation.IO_PORT_READ, FIRST, width));
        }
    }

    @Test
    void readingAndWritingNeedTheirRights() {
        int reader = kernel.mint(ports, TestKernel.READ_ONLY, 0);
        int writer = kernel.mint(ports, TestKernel.WRITE_ONLY, 0);
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(reader, Invocation.IO_PORT_WRITE, FIRST, 8, 1));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(writer, Invocation.IO_PORT_READ, FIRST, 8));
        kernel.perform(reader, Invocation.IO_PORT_READ, FIRST, 8);
        kernel.perform(writer, Invocation.IO_PORT_WRITE, FIRST, 8, 1);
    }

    @Test
    void rangesDoNotOverlapUntilTheEarlierIsGone() {
        int copy = kernel.mint(ports, TestKernel.READ_ONLY, 0);
        long[][] overlapping = {{FIRST, LAST}, {FIRST - 4, FIRST}, {LAST, LAST + 9}, {FIRST + 1, FIRST + 1}, {0, 0xFFFF}};
        for (long[] range : overlapping) {
            assertEquals(KernelError.OCCUPIED, control(range[0], range[1], TestKernel.CNODE, kernel.free()));
        }
        issue(FIRST - 4, FIRST - 1);
        issue(LAST + 1, LAST + 1);
        kernel.delete(ports);
        assertEquals(KernelError.OCCUPIED, control(FIRST, LAST, TestKernel.CNODE, kernel.free()));
        kernel.delete(copy);
        issue(FIRST, LAST);
    }

    @Test
    void inspectTellsTheRange() {
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, ports);
        assertEquals(FIRST, kernel.message.word3);
        assertEquals(LAST, kernel.message.word4);
        int all = issue(0xFFFF, 0xFFFF);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, all);
        assertEquals(0xFFFF, kernel.message.word3);
        assertEquals(0xFFFF, kernel.message.word4);
    }

    @Test
    void wrongRangesAndPlacesAreRefused() {
        int free = kernel.free();
        assertEquals(KernelError.RANGE_ERROR, control(2, 1, TestKernel.CNODE, free));
        assertEquals(KernelError.RANGE_ERROR, control(-1, 1, TestKernel.CNODE, free));
        assertEquals(KernelError.RANGE_ERROR, control(1, 0x1_0000, TestKernel.CNODE, free));
        assertEquals(KernelError.RANGE_ERROR, control(Long.MIN_VALUE, Long.MAX_VALUE, TestKernel.CNODE, free));
        assertEquals(KernelError.FAILED_LOOKUP, control(1, 1, TestKernel.VSPACE, free));
        assertEquals(KernelError.OCCUPIED, control(1, 1, TestKernel.CNODE, ports));
        assertEquals(KernelError.TRUNCATED_MESSAGE, control(1, 1, TestKernel.CNODE));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(ports, Invocation.IO_PORT_READ, FIRST));
        assertEquals(KernelError.TRUNCATED_MESSAGE, kernel.invoke(ports, Invocation.IO_PORT_WRITE, FIRST, 8));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(ports, Invocation.IO_PORT_CONTROL_ISSUE, 1, 1, 1, free));
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.IO_PORT_CONTROL, Invocation.IO_PORT_READ, 1, 8));
        assertTrue(kernel.slot(free).isEmpty());
    }

    private int issue(long first, long last) {
        int slot = kernel.free();
        kernel.perform(TestKernel.IO_PORT_CONTROL, Invocation.IO_PORT_CONTROL_ISSUE, first, last, TestKernel.CNODE, slot);
        return slot;
    }

    private KernelError control(long... words) {
        return kernel.invoke(TestKernel.IO_PORT_CONTROL, Invocation.IO_PORT_CONTROL_ISSUE, words);
    }
}
