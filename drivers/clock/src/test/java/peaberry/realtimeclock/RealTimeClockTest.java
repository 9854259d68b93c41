package peaberry.realtimeclock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealTimeClockTest {

    private static final int CENTURY = 0x32;
    private static final int NO_CENTURY = 0;
    /** 32,768 Hz, and a periodic interrupt that nobody asked for: as a PC's firmware leaves it. */
    private static final int RUNNING = 0x26;

    private final FakeRegisters registers = new FakeRegisters();
    private final RealTimeClock clock = new RealTimeClock(registers);

    /** A clock that runs and shows 2026-11-25 21:07:33 in decimal digits. */
    @BeforeEach
    void setTheClock() {
        registers.set(Registers.A, RUNNING);
        registers.set(Registers.B, Registers.B_24_HOURS);
        registers.set(Registers.D, Registers.D_VALID);
        registers.show(0x20, 0x26, 0x11, 0x25, 0x21, 0x07, 0x33);
        clock.start(CENTURY);
    }

    @Test
    void decimalDigitsAreRead() {
        assertShows("2026-11-25 21:07:33");
    }

    @Test
    void binaryValuesAreRead() {
        registers.set(Registers.B, Registers.B_24_HOURS | Registers.B_BINARY);
        registers.show(20, 26, 11, 25, 21, 7, 33);
        assertShows("2026-11-25 21:07:33");
        clock.start(NO_CENTURY);
        assertShows("2026-11-25 21:07:33");
    }

    @ParameterizedTest
    @CsvSource({"0x12, 0", "0x01, 1", "0x11, 11", "0x92, 12", "0x81, 13", "0x91, 23"})
    void twelveHoursAreReadTwiceADay(String shown, int hour) {
        registers.set(Registers.B, 0);
        registers.set(Registers.HOUR, Integer.decode(shown));
        assertTrue(clock.look());
        assertEquals(hour, clock.shown().hour());
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "11, 11", "140, 12", "139, 23"})
    void twelveHoursMayBeBinary(int shown, int hour) {
        registers.set(Registers.B, Registers.B_BINARY);
        registers.show(20, 26, 11, 25, shown, 7, 33);
        assertTrue(clock.look());
        assertEquals(hour, clock.shown().hour());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x00", "0x13", "0x80", "0x93", "0x0A"})
    void anHourThatIsNotAmongTwelveIsNoTime(String shown) {
        registers.set(Registers.B, 0);
        registers.set(Registers.HOUR, Integer.decode(shown));
        assertFalse(clock.look());
    }

    @Test
    void theCenturyIsRead() {
        registers.set(CENTURY, 0x21);
        assertShows("2126-11-25 21:07:33");
    }

    @Test
    void withoutARegisterForItTheCenturyIsTheTwentyFirst() {
        registers.set(CENTURY, 0xEE);
        clock.start(NO_CENTURY);
        assertShows("2026-11-25 21:07:33");
    }

    @ParameterizedTest
    @CsvSource({"0, 0x60", "0, 0x0A", "2, 0x60", "4, 0x24", "4, 0xA1", "7, 0x00", "7, 0x31", "8, 0x00", "8, 0x13", "9, 0xA0", "0x32, 0xFF"})
    void whatNoCalendarKnowsIsNoTime(String register, String shown) {
        registers.set(Integer.decode(register), Integer.decode(shown));
        assertFalse(clock.look());
    }

    @ParameterizedTest
    @CsvSource({"0x20, 0x24", "0x20, 0x00", "0x24, 0x00"})
    void aLeapYearHasALeapDay(String century, String year) {
        assertTrue(hasLeapDay(century, year));
    }

    @ParameterizedTest
    @CsvSource({"0x20, 0x26", "0x21, 0x00", "0x19, 0x00"})
    void anotherYearHasNone(String century, String year) {
        assertFalse(hasLeapDay(century, year));
    }

    private boolean hasLeapDay(String century, String year) {
        registers.show(Integer.decode(century), Integer.decode(year), 0x02, 0x29, 0x00, 0x00, 0x00);
        return clock.look();
    }

    @Test
    void anUpdateIsAwaited() {
        registers.updatesAtNextLooks(1000);
        assertShows("2026-11-25 21:07:33");
    }

    @Test
    void anUpdateThatNeverEndsIsNotAwaitedForEver() {
        registers.set(Registers.A, RUNNING | Registers.A_UPDATE_IN_PROGRESS);
        assertFalse(clock.look());
        assertTrue(registers.reads < 20_000, registers.reads + " reads");
    }

    @Test
    void aTimeThatChangesWhileItIsReadIsReadAgain() {
        registers.show(0x20, 0x26, 0x11, 0x25, 0x21, 0x59, 0x59);
        registers.whenReadNext(Registers.SECOND, () -> registers.show(0x20, 0x26, 0x11, 0x25, 0x22, 0x00, 0x00));
        assertShows("2026-11-25 22:00:00");
    }

    @Test
    void aTimeThatNeverHoldsStillIsNoTime() {
        registers.racing = true;
        assertFalse(clock.look());
        assertTrue(registers.reads < 100, registers.reads + " reads");
    }

    @Test
    void aClockThatIsBeingSetHasNoTime() {
        registers.set(Registers.B, Registers.B_24_HOURS | Registers.B_SET);
        assertFalse(clock.look());
    }

    @Test
    void aClockThatLostItsPowerHasNoTime() {
        registers.set(Registers.D, 0);
        assertFalse(clock.look());
    }

    @Test
    void aClockThatIsStoppedHasNoTime() {
        registers.set(Registers.A, Registers.A_DIVIDER_RESET);
        assertFalse(clock.look());
    }

    @Test
    void whereNoDeviceIsThereIsNoTime() {
        for (int index = 0; index < FakeRegisters.COUNT; index++) {
            registers.set(index, Registers.NOTHING);
        }
        assertFalse(clock.look());
        assertEquals(1, registers.reads, "it is known at once");
    }

    private void assertShows(String time) {
        assertTrue(clock.look());
        Reading shown = clock.shown();
        assertEquals(time, String.format("%04d-%02d-%02d %02d:%02d:%02d", shown.year(), shown.month(), shown.day(), shown.hour(), shown.minute(),
                shown.second()));
    }
}
