package peaberry.compiler.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.code.DebugInfo;

/** Makes the line table of {@code docs/architecture.md} from a linked file's debug information. */
public final class LineTableFile {

    private static final int MAGIC = 0x4E4C_4250;
    private static final int HEADER = 24;
    private static final int ROW = 12;
    private static final int METHOD = 8;
    private static final int NO_METHOD = 0;

    private record Entry(JavaMethod method, int line) {
        static final Entry NONE = new Entry(null, 0);
    }

    private LineTableFile() {
    }

    /** The file's bytes. */
    public static byte[] of(ElfFile elf, DebugInfo debug) {
        return write(compress(rows(elf, debug)));
    }

    /** By address: whose code starts there. Positions without a line belong to what precedes them. */
    private static TreeMap<Long, Entry> rows(ElfFile elf, DebugInfo debug) {
        TreeMap<Long, Entry> rows = new TreeMap<>(Long::compareUnsigned);
        List<Long> ends = new ArrayList<>();
        for (LineProgram.Row row : LineProgram.read(elf)) {
            if (row.end()) {
                ends.add(row.address());
                continue;
            }
            JavaMethod method = row.column() == 0
                ? debug.methodStarting(row.file(), row.line())
                : debug.methodAt(row.file(), row.line(), row.column());
            if (method != null) {
                rows.put(row.address(), new Entry(method, row.line()));
            }
        }
        ends.forEach(end -> rows.putIfAbsent(end, Entry.NONE));
        return rows;
    }

    private static TreeMap<Long, Entry> compress(TreeMap<Long, Entry> rows) {
        TreeMap<Long, Entry> distinct = new TreeMap<>(Long::compareUnsigned);
        Entry before = null;
        for (Map.Entry<Long, Entry> row : rows.entrySet()) {
            if (!row.getValue().equals(before)) {
                distinct.put(row.getKey(), row.getValue());
            }
            before = row.getValue();
        }
        return distinct;
    }

    private static byte[] write(TreeMap<Long, Entry> rows) {
        Map<JavaMethod, Integer> methods = new LinkedHashMap<>();
        rows.values().stream().filter(entry -> entry.method != null)
            .forEach(entry -> methods.putIfAbsent(entry.method, methods.size()));
        Map<String, Integer> texts = new LinkedHashMap<>();
        int textBytes = 0;
        for (JavaMethod method : methods.keySet()) {
            if (texts.putIfAbsent(text(method), textBytes) == null) {
                textBytes += text(method).length();
            }
        }
        int size = HEADER + ROW * rows.size() + METHOD * methods.size() + textBytes;
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        long base = rows.isEmpty() ? 0 : rows.firstKey();
        out.putInt(MAGIC).putInt(rows.size()).putInt(methods.size()).putInt(textBytes).putLong(base);
        rows.forEach((address, entry) -> out.putInt((int) (address - base))
            .putInt(methods.getOrDefault(entry.method, NO_METHOD)).putInt(entry.line));
        for (JavaMethod method : methods.keySet()) {
            out.putInt(texts.get(text(method))).putShort((short) method.qualifiedName().length())
                .putShort((short) method.owner().sourceFile().length());
        }
        texts.keySet().forEach(text -> out.put(text.getBytes(StandardCharsets.ISO_8859_1)));
        return out.array();
    }

    private static String text(JavaMethod method) {
        return method.qualifiedName() + method.owner().sourceFile();
    }
}
