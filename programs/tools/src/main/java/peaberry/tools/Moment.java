package peaberry.tools;

/** Points in time as text: {@code 2026-11-26 17:00}, in UTC. */
final class Moment {

    private static final long MINUTE = 60L * 1_000_000_000;
    private static final long DAY = 24 * 60;
    private static final int DAYS_BEFORE_1970 = 719_468;
    private static final int CENTURIES = 146_097;

    private Moment() {
    }

    /** Years begin in March here, so that the day that not all have is the last one. @param nanoseconds since 1970 */
    static String text(long nanoseconds) {
        long minutes = Math.floorDiv(nanoseconds, MINUTE);
        long minute = Math.floorMod(minutes, DAY);
        long days = Math.floorDiv(minutes, DAY) + DAYS_BEFORE_1970;
        long era = Math.floorDiv(days, CENTURIES);
        long dayOfEra = days - era * CENTURIES;
        long year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * month + 2) / 5 + 1;
        long calendarMonth = month < 10 ? month + 3 : month - 9;
        long calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0);
        return Numbers.zeros(calendarYear, 4) + "-" + Numbers.zeros(calendarMonth, 2) + "-" + Numbers.zeros(day, 2)
                + " " + Numbers.zeros(minute / 60, 2) + ":" + Numbers.zeros(minute % 60, 2);
    }
}
