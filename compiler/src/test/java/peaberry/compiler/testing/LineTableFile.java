package peaberry.compiler.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A line table that the compiler wrote, read independently of it (docs/architecture.md, Formats). */
public final class LineTableFile {

    /** From {@code address} to the next row. @param line 0 where no Java code is */
    public record Row(long address, String method, String file, int line) {
    }

    private static final int HEADER_BYTES = 24;
    private static final int ROW_BYTES = 12;
    private static final int METHOD_BYTES = 8;

    private final List<Row> rows = new ArrayList<>();

    /** @throws AssertionError if it is not in the format, or its rows are not in order */
    public LineTableFile(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        check(text(bytes, 0, 4).equals("PBLN"), "magic");
        int rowCount = bytes.getInt(4);
        int methodCount = bytes.getInt(8);
        int textBytes = bytes.getInt(12);
        long base = bytes.getLong(16);
        int methodsAt = HEADER_BYTES + rowCount * ROW_BYTES;
        int textAt = methodsAt + methodCount * METHOD_BYTES;
        check(bytes.capacity() == textAt + textBytes, "length");
        for (int i = 0; i < rowCount; i++) {
            int at = HEADER_BYTES + i * ROW_BYTES;
            long address = base + Integer.toUnsignedLong(bytes.getInt(at));
            int line = bytes.getInt(at + 8);
            check(rows.isEmpty() || rows.getLast().address() < address, "order of rows");
            rows.add(line == 0 ? new Row(address, "", "", 0)
                : row(bytes, address, methodsAt + bytes.getInt(at + 4) * METHOD_BYTES, textAt, line));
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row that an address belongs to; null if it is before all of them. */
    public Row find(long address) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(rows.get(middle).address(), address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : rows.get(low - 1);
    }

    private static Row row(ByteBuffer bytes, long address, int method, int textAt, int line) {
        int name = textAt + bytes.getInt(method);
        int nameLength = Short.toUnsignedInt(bytes.getShort(method + 4));
        int fileLength = Short.toUnsignedInt(bytes.getShort(method + 6));
        return new Row(address, text(bytes, name, nameLength), text(bytes, name + nameLength, fileLength), line);
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("line table: wrong " + what);
        }
    }
}
