package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WallClockTest {

    @Test
    void eachDayBeginsWhenItDoesInJava() {
        for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            assertEquals(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC), WallClock.secondsAt(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), day.toString());
        }
    }
}
