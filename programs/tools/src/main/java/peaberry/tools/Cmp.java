package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Compares files, byte by byte. */
final class Cmp implements Tool {

    private static final int STATUS_DIFFERENT = 1;
    private static final int STATUS_TROUBLE = 2;
    private static final int OPERANDS = 4;

    private Options options;
    private Call call;
    private long offsetWidth;

    @Override
    public int failure() {
        return STATUS_TROUBLE;
    }

    @Override
    public int run(Call given) throws IOException {
        call = given;
        options = Options.of(call.arguments(), "i:ln:s", "ignore-initial=i", "verbose=l", "bytes=n", "quiet=s", "silent=s");
        options.atMost(OPERANDS);
        if (options.has('l') && options.has('s')) {
            throw new UsageException("options -l and -s contradict each other");
        }
        String one = options.operand(0);
        String other = options.operands().size() > 1 ? options.operand(1) : Call.STANDARD_INPUT;
        long[] skipped = skipped();
        offsetWidth = Long.toString(Math.min(options.number('n', Long.MAX_VALUE), Math.min(size(one, skipped[0]), size(other, skipped[1])))).length();
        if (one.equals(other) && skipped[0] == skipped[1]) {
            return 0;
        }
        try (Input left = open(one); Input right = open(other)) {
            skip(left, skipped[0]);
            skip(right, skipped[1]);
            return compare(left, right);
        } catch (IOException failure) {
            if (!options.has('s')) {
                throw failure;
            }
            return STATUS_TROUBLE;
        }
    }

    private Input open(String file) throws IOException {
        try {
            return call.open(file);
        } catch (IOException failure) {
            throw new IOException(file + ": " + failure.getMessage(), failure);
        }
    }

    /** How much of each file is left out. */
    private long[] skipped() {
        long[] skipped = new long[2];
        String value = options.value('i', null);
        if (value != null) {
            int colon = value.indexOf(':');
            skipped[0] = Options.number(colon < 0 ? value : value.substring(0, colon));
            skipped[1] = Options.number(colon < 0 ? value : value.substring(colon + 1));
        }
        for (int i = 0; i < 2 && options.operands().size() > 2 + i; i++) {
            skipped[i] = Options.number(options.operand(2 + i));
        }
        return skipped;
    }

    private long size(String file, long skipped) {
        FileStatus status = file.equals(Call.STANDARD_INPUT) ? null : call.look(file);
        return status == null || !status.is(Kind.REGULAR) ? Long.MAX_VALUE : Math.max(0, status.size() - skipped);
    }

    private static void skip(Input input, long count) throws IOException {
        long left = count;
        while (left > 0 && input.readByte() != Input.END) {
            left--;
        }
    }

    private int compare(Input one, Input other) throws IOException {
        long most = options.number('n', Long.MAX_VALUE);
        long line = 1;
        int status = 0;
        for (long offset = 1; offset <= most; offset++) {
            int left = one.readByte();
            int right = other.readByte();
            if (left == Input.END || right == Input.END) {
                return left == right ? status : tellEnd((left == Input.END ? one : other).name(), offset - 1, line);
            }
            if (left != right) {
                status = STATUS_DIFFERENT;
                if (!options.has('l')) {
                    tell(one.name(), other.name(), offset, line);
                    return status;
                }
                call.out().line(Numbers.right(offset, (int) offsetWidth) + " " + octal(left) + " " + octal(right));
            }
            line += left == '\n' ? 1 : 0;
        }
        return status;
    }

    private void tell(String one, String other, long offset, long line) {
        if (!options.has('s')) {
            call.out().line(one + " " + other + " differ: char " + offset + ", line " + line);
        }
    }

    private int tellEnd(String shorter, long offset, long line) {
        if (!options.has('s')) {
            call.complain(shorter + ": ends after byte " + offset + (options.has('l') ? "" : ", in line " + line));
        }
        return STATUS_DIFFERENT;
    }

    private static String octal(int value) {
        String digits = Integer.toOctalString(value);
        return " ".repeat(3 - digits.length()) + digits;
    }
}
