package peaberry.shell;

import peaberry.runtime.Text;

/** Moments as files have them, in words: UTC in the calendar of our days, whatever the year. */
final class FileTime {

    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3600;
    private static final long SECONDS_A_DAY = 86_400;
    /** From the first of March of the year 0 to the beginning of 1970. */
    private static final long DAYS_BEFORE = 719_468;
    private static final long DAYS_IN_400_YEARS = 146_097;
    private static final long DAYS_IN_4_YEARS = 1_460;
    private static final long DAYS_IN_100_YEARS = 36_524;

    private FileTime() {
    }

    /** Appends date and time to the minute. @param seconds since the beginning of 1970 */
    static Text append(Text text, long seconds) {
        long days = Math.floorDiv(seconds, SECONDS_A_DAY);
        long second = Math.floorMod(seconds, SECONDS_A_DAY);
        return appendDate(text, days + DAYS_BEFORE).append(" ").decimal(second / SECONDS_AN_HOUR, 2).append(":").decimal(second % SECONDS_AN_HOUR / SECONDS_A_MINUTE, 2);
    }

    /** In years that begin in March leap days are the last ones, and five months in a row have 153 days. */
    private static Text appendDate(Text text, long days) {
        long era = Math.floorDiv(days, DAYS_IN_400_YEARS);
        long day = Math.floorMod(days, DAYS_IN_400_YEARS);
        long year = (day - day / DAYS_IN_4_YEARS + day / DAYS_IN_100_YEARS - day / (DAYS_IN_400_YEARS - 1)) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        long calendarYear = era * 400 + year + (month >= 10 ? 1 : 0);
        return text.decimal(calendarYear, 4).append("-").decimal(month < 10 ? month + 3 : month - 9, 2).append("-").decimal(dayOfMonth, 2);
    }
}
