package peaberry.tools;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Writes the ends of files. Of what was read it has no more in memory than it has to write. */
final class Tail implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(Extent.withoutOldForm(call.arguments()), "n:c:qv", "lines=n", "bytes=c", "quiet=q", "silent=q", "verbose=v");
        Extent extent = Extent.of(options);
        Headings headings = new Headings(options);
        call.each(options.operands(), input -> {
            headings.write(input.name(), call.out());
            if (extent.sign() == '+') {
                writeFrom(extent, input, call.out());
            } else if (extent.count() > 0) {
                writeLast(extent, input, call.out());
            }
        });
        return call.status();
    }

    private static void writeFrom(Extent extent, Input input, Output out) throws IOException {
        for (long number = 1; number < extent.count(); number++) {
            boolean isThere = extent.isBytes() ? input.readByte() != Input.END : input.readLine() != null;
            if (!isThere) {
                return;
            }
        }
        while (input.copy(out, Long.MAX_VALUE) != Input.END) {
            out.flush();
        }
    }

    private static void writeLast(Extent extent, Input input, Output out) throws IOException {
        if (extent.isBytes()) {
            Ring last = new Ring(extent.count());
            for (int value = input.readByte(); value != Input.END; value = input.readByte()) {
                last.add(value);
            }
            last.write(out);
            return;
        }
        ArrayDeque<byte[]> last = new ArrayDeque<>();
        for (byte[] line = wholeLine(input); line != null; line = wholeLine(input)) {
            if (last.size() == extent.count()) {
                last.remove();
            }
            last.add(line);
        }
        last.forEach(out::write);
    }

    /** The next line with its end, if it has one; null if there is none. */
    static byte[] wholeLine(Input input) throws IOException {
        byte[] line = input.readLine();
        if (line == null || !input.lineIsEnded()) {
            return line;
        }
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }
}
