package peaberry.realtimeclock;

/** The registers that make a time, as they were read, and the time that they mean: the one place that knows how it is coded. */
final class Reading {

    private static final int NO_REGISTER = 0;
    /** The century of a clock that has no register for it. */
    private static final int DEFAULT_CENTURY = 20;
    /** What is read of a century that no register has. */
    private static final int NO_CENTURY = -1;
    private static final int INVALID = -1;
    private static final int FEBRUARY = 2;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private int mode;
    private int century;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;

    /** Reads them all. @param centuryRegister the index of the register with the century; 0 if there is none */
    void take(Registers registers, int centuryRegister) {
        mode = registers.read(Registers.B);
        second = registers.read(Registers.SECOND);
        minute = registers.read(Registers.MINUTE);
        hour = registers.read(Registers.HOUR);
        day = registers.read(Registers.DAY);
        month = registers.read(Registers.MONTH);
        year = registers.read(Registers.YEAR);
        century = centuryRegister == NO_REGISTER ? NO_CENTURY : registers.read(centuryRegister);
    }

    /** Whether both have read the same. */
    boolean sameAs(Reading other) {
        return mode == other.mode && century == other.century && year == other.year && month == other.month && day == other.day
                && hour == other.hour && minute == other.minute && second == other.second;
    }

    /** Whether it is a time: only then the others tell it. */
    boolean isTime() {
        return isWithin(century(), 0, 99) && isWithin(number(year), 0, 99) && isWithin(month(), 1, DAYS.length)
                && isWithin(day(), 1, daysOfMonth()) && isWithin(hour(), 0, 23) && isWithin(minute(), 0, 59) && isWithin(second(), 0, 59);
    }

    /** 0 to 9999. */
    int year() {
        return century() * 100 + number(year);
    }

    /** 1 to 12. */
    int month() {
        return number(month);
    }

    /** 1 to 31. */
    int day() {
        return number(day);
    }

    /** 0 to 23. Twelve hours are 12, 1, 2 to 11, before noon and after. */
    int hour() {
        if ((mode & Registers.B_24_HOURS) != 0) {
            return number(hour);
        }
        int shown = number(hour & ~Registers.AFTERNOON);
        if (!isWithin(shown, 1, 12)) {
            return INVALID;
        }
        return shown % 12 + ((hour & Registers.AFTERNOON) != 0 ? 12 : 0);
    }

    /** 0 to 59. */
    int minute() {
        return number(minute);
    }

    /** 0 to 59. */
    int second() {
        return number(second);
    }

    private int century() {
        return century == NO_CENTURY ? DEFAULT_CENTURY : number(century);
    }

    private int daysOfMonth() {
        boolean leap = year() % 4 == 0 && (year() % 100 != 0 || year() % 400 == 0);
        return leap && month() == FEBRUARY ? 29 : DAYS[month() - 1];
    }

    /** What a register means; {@link #INVALID} if it should have two decimal digits and has not. */
    private int number(int register) {
        if ((mode & Registers.B_BINARY) != 0) {
            return register;
        }
        int tens = register >>> 4;
        int ones = register & 0xF;
        return tens > 9 || ones > 9 ? INVALID : tens * 10 + ones;
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
