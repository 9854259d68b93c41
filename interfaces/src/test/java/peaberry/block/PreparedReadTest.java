package peaberry.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedReadTest {

    private final PreparedRead prepared = new PreparedRead();

    @Test
    void whatWasReadIsTakenOnce() {
        assertTrue(prepared.begin(100, 8));
        assertFalse(prepared.take(100, 8), "not before it is there");
        prepared.end(true);
        assertTrue(prepared.take(100, 8));
        assertFalse(prepared.take(100, 8));
        assertTrue(prepared.begin(100, 8));
    }

    @ParameterizedTest
    @CsvSource({"100, 7", "100, 9", "101, 7", "101, 8", "99, 9", "108, 8"})
    void onlyTheVerySameSectorsAreTaken(long sector, int count) {
        prepared.begin(100, 8);
        prepared.end(true);
        assertFalse(prepared.take(sector, count));
        assertTrue(prepared.take(100, 8));
    }

    @Test
    void whatFailedIsNotTaken() {
        prepared.begin(100, 8);
        prepared.end(false);
        assertFalse(prepared.take(100, 8));
        assertTrue(prepared.begin(100, 8));
    }

    @Test
    void theBufferIsInUseUntilTheDeviceIsDoneWithIt() {
        prepared.begin(100, 8);
        assertFalse(prepared.begin(100, 8));
        assertFalse(prepared.begin(200, 8));
        prepared.write(100, 8);
        assertFalse(prepared.begin(100, 8));
        prepared.end(true);
        assertTrue(prepared.begin(200, 8));
    }

    @Test
    void whatNobodyTookMakesRoomForOthersButIsNotReadAgain() {
        prepared.begin(100, 8);
        prepared.end(true);
        assertFalse(prepared.begin(100, 8));
        assertTrue(prepared.begin(200, 8));
        prepared.end(true);
        assertFalse(prepared.take(100, 8));
        assertTrue(prepared.take(200, 8));
    }

    /** A write takes place before the device is done with it, or afterwards. */
    @ParameterizedTest
    @CsvSource({"100, 1, true", "107, 1, true", "107, 20, true", "90, 11, true", "0, 128, true", "108, 1, false", "99, 1, false", "0, 100, false", "9223372036854775, 128, false"})
    void whatIsWrittenThereMakesItVoid(long sector, int count, boolean overlaps) {
        for (boolean before : new boolean[] {true, false}) {
            PreparedRead read = new PreparedRead();
            read.begin(100, 8);
            if (before) {
                read.write(sector, count);
            }
            read.end(true);
            if (!before) {
                read.write(sector, count);
            }
            assertEquals(!overlaps, read.take(100, 8), sector + ", " + count + ", " + before);
        }
    }

    @Test
    void aWriteThatCameBeforeMeansNothing() {
        prepared.write(100, 8);
        prepared.begin(100, 8);
        prepared.end(true);
        assertTrue(prepared.take(100, 8));
    }
}
