package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Counts lines, words, characters and bytes. */
final class Wc implements Tool {

    /** What it counts, in the order in which it writes them. */
    private static final String COUNTS = "lwmc";
    private static final int LINES = 0;
    private static final int WORDS = 1;
    private static final int CHARACTERS = 2;
    private static final int BYTES = 3;
    /** Of the columns if the sizes of the files are not known before. */
    private static final int WIDTH = 7;

    private Options options;
    private int width;

    @Override
    public int run(Call call) {
        options = Options.of(call.arguments(), COUNTS, "lines=l", "words=w", "chars=m", "bytes=c");
        width = width(call);
        long[] total = new long[COUNTS.length()];
        call.each(options.operands(), input -> {
            long[] counts = count(input);
            for (int i = 0; i < counts.length; i++) {
                total[i] += counts[i];
            }
            write(call.out(), counts, options.operands().isEmpty() ? "" : " " + input.name());
        });
        if (options.operands().size() > 1) {
            write(call.out(), total, " total");
        }
        return call.status();
    }

    private boolean isWanted(int count) {
        return options.given().isEmpty() ? count != CHARACTERS : options.has(COUNTS.charAt(count));
    }

    /** Columns are as wide as the sum of the files' sizes, as GNU has them. */
    private int width(Call call) {
        int columns = 0;
        for (int i = 0; i < COUNTS.length(); i++) {
            columns += isWanted(i) ? 1 : 0;
        }
        if (options.operands().size() <= 1 && columns == 1) {
            return 1;
        }
        long sizes = 0;
        int least = options.operands().isEmpty() ? WIDTH : 1;
        for (String file : options.operands()) {
            FileStatus status = call.look(file);
            if (file.equals(Call.STANDARD_INPUT) || status != null && !status.is(Kind.REGULAR)) {
                least = WIDTH;
            } else if (status != null) {
                sizes += status.size();
            }
        }
        return Math.max(least, Long.toString(sizes).length());
    }

    private void write(Output out, long[] counts, String name) {
        String before = "";
        for (int i = 0; i < counts.length; i++) {
            if (isWanted(i)) {
                out.write(before + Numbers.right(counts[i], width));
                before = " ";
            }
        }
        out.line(name);
    }

    private static long[] count(Input input) throws IOException {
        long[] counts = new long[COUNTS.length()];
        boolean isInWord = false;
        for (int value = input.readByte(); value != Input.END; value = input.readByte()) {
            boolean isSpace = value == ' ' || value >= '\t' && value <= '\r';
            counts[BYTES]++;
            counts[CHARACTERS] += (value & 0xc0) == 0x80 ? 0 : 1;
            counts[LINES] += value == '\n' ? 1 : 0;
            counts[WORDS] += isInWord || isSpace ? 0 : 1;
            isInWord = !isSpace;
        }
        return counts;
    }
}
