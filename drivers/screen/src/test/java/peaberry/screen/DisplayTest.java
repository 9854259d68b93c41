package peaberry.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayTest {

    private final FakeVideo video = new FakeVideo();

    @Test
    void whatTheFirmwareWroteStays() {
        print("firmware\r\n");
        assertEquals("firmware\nbehind it", printAnew("behind it"));
    }

    @Test
    void aNewDriverGoesOnWhereTheOldOneStopped() {
        print("one\r\ntwo");
        assertEquals("one\ntwo, three", printAnew(", three"));
        assertEquals(80 + 10, video.cursor());
    }

    @Test
    void aNewDriverChangesNothing() {
        print("one\r\ntwo");
        video.writes = 0;
        printAnew("");
        assertEquals(0, video.writes);
        assertEquals("one\ntwo", video.text());
    }

    @Test
    void onlyWhatIsDifferentIsWritten() {
        Display display = new Display(video.registers, video.memory);
        Page page = new Page();
        display.start(page);
        new Vt100(page).take('a');
        display.show(page);
        display.show(page);
        assertEquals(1, video.writes);
    }

    @Test
    void howeverOftenThePageMovesUpEachCharacterIsWrittenOnce() {
        print("x".repeat(80 * 25));
        video.writes = 0;
        print("\n".repeat(512));
        assertEquals(80 * 24, video.writes); // the last row is blank already
        assertEquals("", video.text());
    }

    @Test
    void aCursorThatIsNowhereStartsTheLastRow() {
        video.putCursor(2000);
        print("here");
        assertEquals("here", video.row(24));
        video.putCursor(0xFFFF);
        print("there");
        assertEquals("there", video.row(24));
    }

    @Test
    void theScreenShowsTheMemoryFromItsStart() {
        video.set(VideoRegisters.START_HIGH, 1);
        video.set(VideoRegisters.START_LOW, 2);
        print("");
        assertEquals(0, video.get(VideoRegisters.START_HIGH) | video.get(VideoRegisters.START_LOW));
    }

    @Test
    void withoutAScreenNothingIsWritten() {
        video.present = false;
        print("nobody reads this");
        assertEquals(0, video.writes);
        assertEquals(0, video.cursor());
    }

    static Stream<Arguments> otherModes() {
        return Stream.of(arguments("40 columns", VideoRegisters.LAST_COLUMN, 0x27), arguments("50 rows", VideoRegisters.CHARACTER_HEIGHT, 0x47),
                arguments("320 x 200 pixels", VideoRegisters.CHARACTER_HEIGHT, 0x41), arguments("480 lines", VideoRegisters.LAST_LINE, 0xDF),
                arguments("640 lines", VideoRegisters.OVERFLOW, 0x5F), arguments("longer rows", VideoRegisters.ROW_PAIRS, 0x50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherModes")
    void inAnotherModeNothingIsWritten(String mode, int register, int value) {
        video.set(register, value);
        print("nobody reads this");
        assertEquals(0, video.writes, mode);
    }

    private void print(String text) {
        Page page = new Page();
        Display display = new Display(video.registers, video.memory);
        display.start(page);
        Vt100 terminal = new Vt100(page);
        text.chars().forEach(terminal::take);
        display.show(page);
    }

    /** As a driver that was just made. */
    private String printAnew(String text) {
        print(text);
        return video.text();
    }
}
