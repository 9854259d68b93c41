package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void theRatioSaysHowManyTimesAsWellPeaberryDoesIt() {
        assertEquals(number("2.00"), Contest.ratio(number("100"), number("200")));
        assertEquals(number("0.33"), Contest.ratio(number("300"), number("100")));
    }

    @Test
    void whatIsMissedByLittleIsNotMet() {
        assertFalse(Contest.isMet(Contest.ratio(number("1000"), number("999"))));
        assertTrue(Contest.isMet(Contest.ratio(number("1000"), number("1000"))));
    }

    @Test
    void ticksAreToldAsWhatIsDoneInASecondOrAsInstructions() {
        assertEquals(List.of("32.0 MiB/s", "5,000.0 files/s", "2,000 instr."), List.of("file.seq_read", "file.create", "file.64k_cycle").stream()
                .map(key -> Contest.ALL.stream().filter(contest -> contest.key().equals(key)).findFirst().orElseThrow().text(number("2000"), number("1000"))).toList());
    }

    @Test
    void theKeysAreThoseOfTheTargets() {
        assertEquals(List.of("file.seq_write.vs_linux", "file.seq_read.vs_linux", "file.64k_cycle.vs_linux", "file.create.vs_linux"), Contest.ALL.stream().map(Contest::ratioKey).toList());
    }
}
