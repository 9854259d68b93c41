package peaberry.tools;

/** Waits for a time. */
final class Sleep implements Tool {

    private static final int NANOSECOND_DIGITS = 9;
    /** About a hundred years, in seconds. */
    private static final long LONGEST = 1L << 32;

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+");
        options.operand(0);
        long nanoseconds = 0;
        for (String time : options.operands()) {
            nanoseconds = Math.min(nanoseconds + nanoseconds(time), LONGEST * Moment.SECOND);
        }
        call.system().pause(nanoseconds);
        return 0;
    }

    /** Of a number with or without a point, and a unit. */
    private static long nanoseconds(String time) {
        int unit = time.isEmpty() ? -1 : "smhd".indexOf(time.charAt(time.length() - 1));
        String number = unit < 0 ? time : time.substring(0, time.length() - 1);
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String part = point < 0 ? "" : number.substring(point + 1);
        if (whole.isEmpty() && part.isEmpty()) {
            throw new UsageException("not a time: " + time);
        }
        long seconds = whole.isEmpty() ? 0 : Math.min(LONGEST, Options.number(whole));
        long fraction = part.isEmpty() ? 0 : Options.number((part + "0".repeat(NANOSECOND_DIGITS)).substring(0, NANOSECOND_DIGITS));
        long size = switch (unit) {
            case 1 -> 60;
            case 2 -> 60 * 60;
            case 3 -> Moment.DAY;
            default -> 1;
        };
        return Math.min(seconds, LONGEST / size) * size * Moment.SECOND + fraction * size;
    }
}
