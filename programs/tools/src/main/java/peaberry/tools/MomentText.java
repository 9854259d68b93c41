package peaberry.tools;

/** Moments as text, by formats such as those of {@code date} and POSIX's {@code strftime} in the locale {@code C}. */
final class MomentText {

    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final int SHORT = 3;
    private static final int HALF = 12;
    private static final int NANOSECOND_DIGITS = 9;

    private final Moment moment;
    private final StringBuilder text = new StringBuilder();
    /** What is before a short number, {@code -} if nothing is, 0 if that is up to it. */
    private char padding;
    private char letterCase;
    private int width;

    private MomentText(Moment moment) {
        this.moment = moment;
    }

    static String of(Moment moment, String format) {
        MomentText text = new MomentText(moment);
        text.write(format);
        return text.text.toString();
    }

    /** As {@code 2026-11-26 17:00:00.123456789 +0000}. */
    static String full(long nanoseconds) {
        return of(Moment.of(nanoseconds), "%Y-%m-%d %H:%M:%S.%N +0000");
    }

    private void write(String format) {
        int at = 0;
        while (at < format.length()) {
            char character = format.charAt(at++);
            if (character != '%' || at == format.length()) {
                text.append(character);
                continue;
            }
            int start = at - 1;
            at = readFlags(format, at);
            if (format.startsWith(":z", at)) {
                word("+00:00");
                at += 2;
                continue;
            }
            if (at == format.length() || !field(format.charAt(at))) {
                text.append(format, start, Math.min(at + 1, format.length()));
            }
            at++;
        }
    }

    private int readFlags(String format, int from) {
        padding = 0;
        letterCase = 0;
        width = 0;
        int at = from;
        for (; at < format.length() && "-_0^#+".indexOf(format.charAt(at)) >= 0; at++) {
            char flag = format.charAt(at);
            if (flag == '^' || flag == '#') {
                letterCase = flag;
            } else {
                padding = flag;
            }
        }
        for (; at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9'; at++) {
            width = Math.min(width * 10 + format.charAt(at) - '0', 1000);
        }
        return at < format.length() - 1 && (format.charAt(at) == 'E' || format.charAt(at) == 'O') ? at + 1 : at;
    }

    /** Writes a field, and answers whether there is such a one. */
    private boolean field(char letter) {
        switch (letter) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case '%' -> text.append('%');
            case 'a', 'A', 'b', 'h', 'B', 'p', 'P', 'Z' -> name(letter);
            case 'c' -> whole("%a %b %e %H:%M:%S %Y");
            case 'D', 'x' -> whole("%m/%d/%y");
            case 'F' -> whole("%Y-%m-%d");
            case 'R' -> whole("%H:%M");
            case 'r' -> whole("%I:%M:%S %p");
            case 'T', 'X' -> whole("%H:%M:%S");
            case 'z' -> word("+0000");
            default -> {
                return number(letter);
            }
        }
        return true;
    }

    private void name(char letter) {
        String month = MONTHS[moment.month() - 1];
        String day = DAYS[moment.dayOfWeek()];
        String half = moment.hour() < HALF ? "AM" : "PM";
        String name = switch (letter) {
            case 'a' -> day.substring(0, SHORT);
            case 'A' -> day;
            case 'b', 'h' -> month.substring(0, SHORT);
            case 'B' -> month;
            case 'p' -> letterCase == '#' ? half.toLowerCase() : half;
            case 'P' -> half.toLowerCase();
            default -> letterCase == '#' ? "utc" : "UTC";
        };
        boolean isUpper = letterCase == '^' || letterCase == '#' && "aAbhB".indexOf(letter) >= 0;
        word(isUpper ? name.toUpperCase() : name);
    }

    private void whole(String format) {
        int given = width;
        char shown = padding;
        String part = of(moment, format);
        width = given;
        padding = shown;
        word(letterCase == '^' ? part.toUpperCase() : part);
    }

    private void word(String word) {
        text.append((padding == '0' ? "0" : " ").repeat(Math.max(0, width - word.length()))).append(word);
    }

    private boolean number(char letter) {
        switch (letter) {
            case 'C' -> digits(Math.floorDiv(moment.year(), 100L), 2, '0');
            case 'd' -> digits(moment.day(), 2, '0');
            case 'e' -> digits(moment.day(), 2, '_');
            case 'g' -> digits(moment.week()[0] % 100, 2, '0');
            case 'G' -> digits(moment.week()[0], 1, '0');
            case 'H' -> digits(moment.hour(), 2, '0');
            case 'I' -> digits((moment.hour() + HALF - 1) % HALF + 1, 2, '0');
            case 'j' -> digits(moment.dayOfYear(), 3, '0');
            case 'k' -> digits(moment.hour(), 2, '_');
            case 'l' -> digits((moment.hour() + HALF - 1) % HALF + 1, 2, '_');
            case 'm' -> digits(moment.month(), 2, '0');
            case 'M' -> digits(moment.minute(), 2, '0');
            case 'N' -> nanoseconds();
            case 'q' -> digits((moment.month() + 2) / 3, 1, '0');
            case 's' -> digits(moment.seconds(), 1, '0');
            case 'S' -> digits(moment.second(), 2, '0');
            case 'u' -> digits((moment.dayOfWeek() + 6) % 7 + 1, 1, '0');
            case 'U' -> digits((moment.dayOfYear() + 6 - moment.dayOfWeek()) / 7, 2, '0');
            case 'V' -> digits(moment.week()[1], 2, '0');
            case 'w' -> digits(moment.dayOfWeek(), 1, '0');
            case 'W' -> digits((moment.dayOfYear() + 6 - (moment.dayOfWeek() + 6) % 7) / 7, 2, '0');
            case 'y' -> digits(Math.floorMod(moment.year(), 100L), 2, '0');
            case 'Y' -> digits(moment.year(), 1, '0');
            default -> {
                return false;
            }
        }
        return true;
    }

    private void digits(long number, int least, char usual) {
        char filled = padding == 0 || padding == '+' ? usual : padding;
        String digits = Long.toString(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        int wanted = filled == '-' ? 0 : (width == 0 ? least : width) - sign.length();
        String before = (filled == '_' ? " " : "0").repeat(Math.max(0, wanted - digits.length()));
        text.append(filled == '_' ? before + sign : sign + before).append(digits);
    }

    /** A width is how many of the digits are shown. */
    private void nanoseconds() {
        String digits = Numbers.zeros(moment.nanosecond(), NANOSECOND_DIGITS);
        if (padding == '-') {
            int end = NANOSECOND_DIGITS;
            while (end > 1 && digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append(digits, 0, width == 0 ? end : Math.min(end, width));
        } else {
            text.append(width == 0 ? digits : width < NANOSECOND_DIGITS ? digits.substring(0, width) : digits + "0".repeat(width - NANOSECOND_DIGITS));
        }
    }
}
