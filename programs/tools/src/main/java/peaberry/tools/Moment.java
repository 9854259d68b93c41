package peaberry.tools;

/**
 * A point in time in the Gregorian calendar, in UTC.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 */
record Moment(long year, int month, int day, int hour, int minute, int second, int nanosecond) {

    static final long SECOND = 1_000_000_000;
    static final int DAY = 24 * 60 * 60;
    private static final int HOUR = 60 * 60;
    private static final int MINUTE = 60;
    private static final int DAYS_BEFORE_1970 = 719_468;
    private static final int CENTURIES = 146_097;
    private static final int YEARS = 400;
    private static final int FIRST_YEAR = 1678;
    private static final int LAST_YEAR = 2261;
    private static final int DAYS = 7;
    /** What day of the week the first of January 1970 was, from Sunday on. */
    private static final int THURSDAY = 4;

    /** @param nanoseconds since 1970 */
    static Moment of(long nanoseconds) {
        return of(Math.floorDiv(nanoseconds, SECOND), (int) Math.floorMod(nanoseconds, SECOND));
    }

    /** Years begin in March here, so that the day that not all have is the last one. */
    private static Moment of(long seconds, int nanosecond) {
        int ofDay = (int) Math.floorMod(seconds, (long) DAY);
        long days = Math.floorDiv(seconds, (long) DAY) + DAYS_BEFORE_1970;
        long era = Math.floorDiv(days, (long) CENTURIES);
        long dayOfEra = days - era * CENTURIES;
        long year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = (int) (dayOfEra - (365 * year + year / 4 - year / 100));
        int fromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        return new Moment(year + era * YEARS + (month <= 2 ? 1 : 0), month, day, ofDay / HOUR, ofDay / MINUTE % MINUTE, ofDay % MINUTE, nanosecond);
    }

    /** Since the first of January 1970. */
    long days() {
        long fromMarch = month > 2 ? year : year - 1;
        long era = Math.floorDiv(fromMarch, (long) YEARS);
        long yearOfEra = fromMarch - era * YEARS;
        long dayOfYear = ((month + 9) % 12 * 153L + 2) / 5 + day - 1;
        return era * CENTURIES + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DAYS_BEFORE_1970;
    }

    /** Since 1970. */
    long seconds() {
        return days() * DAY + hour * (long) HOUR + minute * (long) MINUTE + second;
    }

    /** Since 1970. */
    long nanoseconds() {
        return seconds() * SECOND + nanosecond;
    }

    /** 0 is Sunday. */
    int dayOfWeek() {
        return (int) Math.floorMod(days() + THURSDAY, (long) DAYS);
    }

    /** 1 is the first of January. */
    int dayOfYear() {
        return (int) (days() - new Moment(year, 1, 1, 0, 0, 0, 0).days()) + 1;
    }

    /** Whether there is such a day and such a time, which nanoseconds since 1970 can count; a second may be one that was added to a minute. */
    boolean exists() {
        boolean isInRange = month >= 1 && month <= 12 && day >= 1 && hour >= 0 && hour < 24 && minute >= 0 && minute < MINUTE && second >= 0 && second <= MINUTE;
        return isInRange && day <= 31 && year >= FIRST_YEAR && year <= LAST_YEAR && of(days() * DAY, 0).month == month;
    }

    /** The year and the number of its week as ISO 8601 has it: weeks begin on Monday, and the first one has the fourth of January. */
    int[] week() {
        long thursday = days() - (dayOfWeek() + DAYS - 1) % DAYS + 3;
        Moment middle = of(thursday * DAY, 0);
        return new int[] {(int) middle.year, (middle.dayOfYear() - 1) / DAYS + 1};
    }
}
