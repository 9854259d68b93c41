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
            if (piece(extent, input) == null) {
                return;
            }
        }
        while (input.copy(out, Long.MAX_VALUE) != Input.END) {
            out.flush();
        }
    }

    private static void writeLast(Extent extent, Input input, Output out) throws IOException {
        ArrayDeque<byte[]> last = new ArrayDeque<>();
        for (byte[] piece = piece(extent, input); piece != null; piece = piece(extent, input)) {
            if (last.size() == extent.count()) {
                last.remove();
            }
            last.add(piece);
        }
        last.forEach(out::write);
    }

    /** The next line with its end, or byte; null if there is none. */
    static byte[] piece(Extent extent, Input input) throws IOException {
        if (extent.isBytes()) {
            int value = input.readByte();
            return value == Input.END ? null : new byte[] {(byte) value};
        }
        byte[] line = input.readLine();
        if (line == null || !input.lineIsEnded()) {
            return line;
        }
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }
}
