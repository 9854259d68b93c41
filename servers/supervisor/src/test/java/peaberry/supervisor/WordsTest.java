package peaberry.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.UserLayout;
import peaberry.runtime.Text;
import peaberry.system.Injection.Detection;

class WordsTest {

    @Test
    void aPageFaultInTheLowestPageIsANullReference() {
        assertSays("null reference", FaultKind.PAGE_FAULT, 12);
    }

    @Test
    void aPageFaultBelowTheStackIsAnOverflow() {
        assertSays("stack overflow", FaultKind.PAGE_FAULT, UserLayout.STACK_BOTTOM - 8);
    }

    @Test
    void anyOtherPageFaultNamesItsAddress() {
        assertSays("forbidden access to 0x12345678", FaultKind.PAGE_FAULT, 0x12345678);
        assertSays("forbidden access to 0xffffffffffffffff", FaultKind.PAGE_FAULT, -1);
    }

    @Test
    void theOtherFaultsSpeakForThemselves() {
        assertSays("array index out of bounds", FaultKind.JAVA_TRAP, JavaTrap.ARRAY_INDEX.ordinal());
        assertSays("illegal instruction", FaultKind.ILLEGAL_INSTRUCTION, 0);
        assertSays("processor exception 13", FaultKind.PROCESSOR_EXCEPTION, 13);
        assertSays("unknown system call 77", FaultKind.UNKNOWN_SYSTEM_CALL, 77);
    }

    @Test
    void whatADeviceTriedIsSaidWithItsAddress() {
        assertSays("its device was stopped when it read at 0x5000", DeviceFault.READ, 0x5000);
        assertSays("its device was stopped when it wrote at 0x5000", DeviceFault.WRITE, 0x5000);
        assertSays("its device was stopped when it raised an interrupt that is not its own", DeviceFault.INTERRUPT, 0);
        assertSays("its device was stopped", DeviceFault.NONE, 0);
    }

    @Test
    void howAFaultIsNoticedFollowsFromItsKind() {
        assertEquals(Detection.TRAP, Words.detection(FaultKind.JAVA_TRAP));
        assertEquals(Detection.PAGE_FAULT, Words.detection(FaultKind.PAGE_FAULT));
        assertEquals(Detection.BUDGET, Words.detection(FaultKind.BUDGET_EXHAUSTED));
        assertEquals(Detection.ILLEGAL, Words.detection(FaultKind.ILLEGAL_INSTRUCTION));
        assertEquals(Detection.ILLEGAL, Words.detection(FaultKind.UNKNOWN_SYSTEM_CALL));
    }

    private static void assertSays(String expected, FaultKind kind, long detail) {
        Text text = new Text(100);
        Words.describe(kind, detail, text);
        assertTrue(text.sameAs(new Text(100).append(expected)), expected);
    }

    private static void assertSays(String expected, DeviceFault kind, long page) {
        Text text = new Text(100);
        Words.describe(kind, page, text);
        assertTrue(text.is(expected), expected);
    }
}
