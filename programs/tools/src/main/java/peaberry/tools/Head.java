package peaberry.tools;

import java.io.IOException;
import java.util.ArrayDeque;

/** Writes the beginnings of files. */
final class Head implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(Extent.withoutOldForm(call.arguments()), "n:c:qv", "lines=n", "bytes=c", "quiet=q", "silent=q", "verbose=v");
        Extent extent = Extent.of(options);
        Headings headings = new Headings(options);
        call.each(options.operands(), input -> {
            headings.write(input.name(), call.out());
            if (extent.sign() == '-' && extent.count() > 0) {
                writeAllBut(extent, input, call.out());
            } else if (extent.sign() == '-') {
                writeBytes(Long.MAX_VALUE, input, call.out());
            } else if (extent.isBytes()) {
                writeBytes(extent.count(), input, call.out());
            } else {
                writeLines(extent.count(), input, call.out());
            }
        });
        return call.status();
    }

    private static void writeBytes(long count, Input input, Output out) throws IOException {
        long left = count;
        while (left > 0) {
            int copied = input.copy(out, left);
            left = copied == Input.END ? 0 : left - copied;
        }
    }

    private static void writeLines(long count, Input input, Output out) throws IOException {
        long left = count;
        while (left > 0) {
            int value = input.readByte();
            if (value == Input.END) {
                return;
            }
            out.write(value);
            left -= value == '\n' ? 1 : 0;
        }
    }

    /** What may belong to the end is kept until there is more. */
    private static void writeAllBut(Extent extent, Input input, Output out) throws IOException {
        if (extent.isBytes()) {
            Ring kept = new Ring(extent.count());
            for (int value = input.readByte(); value != Input.END; value = input.readByte()) {
                int dropped = kept.add(value);
                if (dropped != Ring.NONE) {
                    out.write(dropped);
                }
            }
            return;
        }
        ArrayDeque<byte[]> kept = new ArrayDeque<>();
        for (byte[] line = Tail.wholeLine(input); line != null; line = Tail.wholeLine(input)) {
            kept.add(line);
            if (kept.size() > extent.count()) {
                out.write(kept.remove());
            }
        }
    }
}
