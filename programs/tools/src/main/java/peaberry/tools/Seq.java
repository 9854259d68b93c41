package peaberry.tools;

/** Writes numbers, each so much larger than the one before. They are whole. */
final class Seq implements Tool {

    @Override
    public int run(Call call) {
        int count = 0;
        while (count < call.arguments().size() && !isNumber(call.arguments().get(count))) {
            count += call.arguments().get(count).equals("-s") ? 2 : 1;
        }
        count = Math.min(count, call.arguments().size()); // behind the options: a negative number looks like one
        Options options = Options.of(call.arguments().subList(0, count), "ws:", "equal-width=w", "separator=s");
        String[] numbers = call.arguments().subList(count, call.arguments().size()).toArray(new String[0]);
        options.atMost(0);
        if (numbers.length == 0 || numbers.length > 3) {
            throw new UsageException("one to three numbers are wanted");
        }
        long first = numbers.length > 1 ? number(numbers[0]) : 1;
        long step = numbers.length > 2 ? number(numbers[1]) : 1;
        long last = number(numbers[numbers.length - 1]);
        if (step == 0) {
            throw new UsageException("the numbers do not change");
        }
        int width = options.has('w') ? Math.max(Long.toString(first).length(), Long.toString(last).length()) : 0;
        write(call.out(), first, step, last, width, options.value('s', "\n"));
        return 0;
    }

    private static void write(Output out, long first, long step, long last, int width, String separator) {
        boolean isFirst = true;
        for (long number = first; step > 0 ? number <= last : number >= last; number += step) {
            out.write(isFirst ? "" : separator);
            out.write(number < 0 ? "-" + Numbers.zeros(-number, width - 1) : Numbers.zeros(number, width));
            isFirst = false;
            if (step > 0 ? number > Long.MAX_VALUE - step : number < Long.MIN_VALUE - step) {
                break;
            }
        }
        out.write(isFirst ? "" : "\n");
    }

    private static boolean isNumber(String text) {
        boolean isSigned = text.startsWith("-") || text.startsWith("+");
        return text.length() > (isSigned ? 1 : 0) && text.charAt(isSigned ? 1 : 0) >= '0' && text.charAt(isSigned ? 1 : 0) <= '9';
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new UsageException("not a whole number: " + text);
        }
    }
}
