package peaberry.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeyboardTest {

    private static final int A = 0x1E;
    private static final int B = 0x30;
    private static final int RELEASED = 0x80;

    private final FakeKeyboardPorts ports = new FakeKeyboardPorts();
    private final Keyboard keyboard = new Keyboard(ports);

    @Test
    void aCodeIsTakenOnlyWhenTheBytesOfTheOneBeforeAreRead() {
        ports.send(0xE0, 0x48, A);
        assertEquals(0x1B, keyboard.read());
        assertEquals('[', keyboard.read());
        assertEquals('A', keyboard.read());
        assertEquals(1, ports.waiting());
        assertEquals('a', keyboard.read());
    }

    @Test
    void whatIsBehindAKeyIsLeftToTheNextReader() {
        ports.send(A, A | RELEASED, B);
        assertEquals('a', keyboard.read());
        assertEquals(2, ports.waiting());
    }

    @Test
    void withoutAByteThePortIsNotRead() {
        assertEquals(Keyboard.NOTHING, keyboard.read());
        assertEquals(0, ports.reads);
    }

    @Test
    void withoutAControllerNothingIsTyped() {
        ports.otherStatus = KeyboardPorts.ABSENT;
        assertEquals(Keyboard.NOTHING, keyboard.read());
        assertEquals(0, ports.reads);
    }

    @Test
    void aControllerThatAlwaysHasSomethingIsLeftAfterAWhile() {
        ports.stuck = true;
        assertEquals(Keyboard.NOTHING, keyboard.read());
        assertTrue(ports.reads <= 64, ports.reads + " reads");
    }

    @Test
    void whatTheMouseSendsIsDropped() {
        ports.otherStatus = KeyboardPorts.FROM_MOUSE;
        ports.send(A, B);
        assertEquals(Keyboard.NOTHING, keyboard.read());
        assertEquals(0, ports.waiting());
        ports.otherStatus = 0;
        ports.send(A);
        assertEquals('a', keyboard.read());
    }

    @Test
    void afterAByteThatDidNotArriveNoShiftIsHeld() {
        ports.send(0x2A);
        assertEquals(Keyboard.NOTHING, keyboard.read());
        ports.otherStatus = KeyboardPorts.WRONG_PARITY;
        ports.send(A);
        assertEquals(Keyboard.NOTHING, keyboard.read());
        ports.otherStatus = 0;
        ports.send(A);
        assertEquals('a', keyboard.read());
    }
}
