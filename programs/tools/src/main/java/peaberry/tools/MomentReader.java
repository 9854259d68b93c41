package peaberry.tools;

/** Reads moments as users write them: as ISO 8601, or as seconds since 1970 behind a {@code @}. */
final class MomentReader {

    private static final int NANOSECOND_DIGITS = 9;
    private static final int PIVOT = 69;

    private final String text;
    private int next;

    private MomentReader(String text) {
        this.text = text;
    }

    /**
     * Reads {@code now}, {@code today}, {@code yesterday}, {@code tomorrow}, {@code @SECONDS}, {@code YYYY-MM-DD}, or that with a time such as {@code 17:00},
     * {@code 17:00:59} or {@code 17:00:59.5} behind a blank or {@code T}, and with {@code Z}, {@code UTC} or a distance from UTC such as {@code +02:00}.
     *
     * @param now in nanoseconds since 1970, as is the answer
     */
    static long of(String text, long now) {
        return switch (text.strip()) {
            case "now", "today" -> now;
            case "yesterday" -> now - Moment.DAY * Moment.SECOND;
            case "tomorrow" -> now + Moment.DAY * Moment.SECOND;
            default -> new MomentReader(text.strip()).read(now);
        };
    }

    private UsageException wrong() {
        return new UsageException("not a date: " + text);
    }

    private boolean skip(String characters) {
        boolean is = next < text.length() && characters.indexOf(text.charAt(next)) >= 0;
        next += is ? 1 : 0;
        return is;
    }

    private boolean isAtDigit() {
        return next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9';
    }

    /** @param most digits, and at least one */
    private long number(int most) {
        long number = 0;
        int digits = 0;
        for (; digits < most && isAtDigit(); digits++) {
            number = number * 10 + text.charAt(next++) - '0';
        }
        if (digits == 0) {
            throw wrong();
        }
        return number;
    }

    private long read(long now) {
        if (skip("@")) {
            boolean isBefore = skip("-");
            long seconds = number(10);
            long fraction = fraction();
            end();
            return isBefore ? -seconds * Moment.SECOND - fraction : seconds * Moment.SECOND + fraction;
        }
        Moment day = Moment.of(now);
        int colon = text.indexOf(':');
        if (colon < 0 || colon > 2) {
            long year = number(4);
            boolean isSeparated = skip("-");
            int month = (int) number(2);
            if (isSeparated != skip("-")) {
                throw wrong();
            }
            day = new Moment(year, month, (int) number(2), 0, 0, 0, 0);
            boolean isMore = skip("Tt ");
            while (isMore && skip(" ")) {
                isMore = next < text.length();
            }
        }
        return time(day);
    }

    private long time(Moment day) {
        int hour = 0;
        int minute = 0;
        int second = 0;
        long fraction = 0;
        if (isAtDigit()) {
            hour = (int) number(2);
            if (!skip(":")) {
                throw wrong();
            }
            minute = (int) number(2);
            if (skip(":")) {
                second = (int) number(2);
                fraction = fraction();
            }
        }
        long distance = zone();
        end();
        Moment moment = new Moment(day.year(), day.month(), day.day(), hour, minute, second, (int) fraction);
        if (!moment.exists()) {
            throw wrong();
        }
        return moment.nanoseconds() - distance * Moment.SECOND;
    }

    /** Digits behind a point as nanoseconds. */
    private long fraction() {
        if (!skip(".,")) {
            return 0;
        }
        int start = next;
        long fraction = number(NANOSECOND_DIGITS);
        for (int digits = next - start; digits < NANOSECOND_DIGITS; digits++) {
            fraction *= 10;
        }
        while (isAtDigit()) {
            next++;
        }
        return fraction;
    }

    /** How far a clock is before that of UTC, in seconds. */
    private long zone() {
        while (skip(" ")) {
            // Blanks say nothing.
        }
        for (String name : new String[] {"UTC", "utc", "GMT", "Z", "z"}) {
            if (text.startsWith(name, next)) {
                next += name.length();
                return 0;
            }
        }
        boolean isBehind = next < text.length() && text.charAt(next) == '-';
        if (!skip("+-")) {
            return 0;
        }
        long hours = number(2);
        skip(":");
        long minutes = isAtDigit() ? number(2) : 0;
        return (isBehind ? -1 : 1) * (hours * 60 + minutes) * 60;
    }

    private void end() {
        if (next < text.length()) {
            throw wrong();
        }
    }

    /** Reads {@code [[CC]YY]MMDDhhmm[.ss]}, as {@code touch -t} has it. @param now which says the year where none is */
    static long ofDigits(String text, long now) {
        int point = text.indexOf('.');
        int digits = point < 0 ? text.length() : point;
        boolean isRight = (digits == 8 || digits == 10 || digits == 12) && (point < 0 || text.length() == point + 3);
        MomentReader reader = new MomentReader(text);
        if (!isRight) {
            throw reader.wrong();
        }
        long year = Moment.of(now).year();
        if (digits == 12) {
            year = reader.number(4);
        } else if (digits == 10) {
            long ofCentury = reader.number(2);
            year = ofCentury < PIVOT ? 2000 + ofCentury : 1900 + ofCentury;
        }
        int month = (int) reader.number(2);
        int day = (int) reader.number(2);
        int hour = (int) reader.number(2);
        int minute = (int) reader.number(2);
        int second = reader.skip(".") ? (int) reader.number(2) : 0;
        reader.end();
        Moment moment = new Moment(year, month, day, hour, minute, second, 0);
        if (!moment.exists()) {
            throw reader.wrong();
        }
        return moment.nanoseconds();
    }
}
