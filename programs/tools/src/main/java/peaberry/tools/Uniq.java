package peaberry.tools;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;

/** Writes one of adjacent lines that are the same. */
final class Uniq implements Tool {

    private static final int COUNT_WIDTH = 7;

    private Options options;
    private long fields;
    private long bytes;
    private long most;
    private boolean folds;

    @Override
    public int run(Call call) throws IOException {
        options = Options.of(call.arguments(), "cduif:s:w:", "count=c", "repeated=d", "unique=u", "ignore-case=i", "skip-fields=f", "skip-chars=s", "check-chars=w");
        options.atMost(2);
        fields = options.number('f', 0);
        bytes = options.number('s', 0);
        most = options.number('w', Long.MAX_VALUE);
        folds = options.has('i');
        String from = options.operands().isEmpty() ? Call.STANDARD_INPUT : options.operand(0);
        if (options.operands().size() < 2 || options.operand(1).equals(Call.STANDARD_INPUT)) {
            call.each(List.of(from), input -> write(input, call.out()));
            return call.status();
        }
        Channel channel = call.system().open(call.path(options.operand(1)), OpenMode.WRITE);
        Output out = new Output(channel);
        call.each(List.of(from), input -> write(input, out));
        out.flush();
        channel.close();
        return call.status();
    }

    private void write(Input input, Output out) throws IOException {
        byte[] first = input.readLine();
        long count = first == null ? 0 : 1;
        while (first != null) {
            byte[] line = input.readLine();
            if (line != null && isSame(first, line)) {
                count++;
                continue;
            }
            if (count == 1 ? !options.has('d') : !options.has('u')) {
                out.write(options.has('c') ? Numbers.right(count, COUNT_WIDTH) + " " : "");
                out.line(first);
            }
            first = line;
            count = 1;
        }
    }

    private boolean isSame(byte[] one, byte[] other) {
        int from = start(one);
        int otherFrom = start(other);
        int length = (int) Math.min(most, one.length - from);
        return length == Math.min(most, other.length - otherFrom)
                && Bytes.compare(one, from, from + length, other, otherFrom, otherFrom + length, folds) == 0;
    }

    /** Where the part of a line begins that counts. */
    private int start(byte[] line) {
        int at = 0;
        for (long field = 0; field < fields && at < line.length; field++) {
            at = Bytes.afterField(line, at);
        }
        return (int) Math.min(line.length, at + Math.min(bytes, line.length));
    }
}
