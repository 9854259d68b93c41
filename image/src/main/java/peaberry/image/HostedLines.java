package peaberry.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import peaberry.abi.LineTable;
import peaberry.abi.UserLayout;
import peaberry.machine.simulated.SimulatedProgram;

/**
 * Addresses for the lines of a hosted program. The JVM has none that would mean anything to the kernel, so each line of
 * each method gets one, in the order of class files, methods and lines. Its two forms agree: a line table, which leads
 * from the address to the line, and a map back.
 */
final class HostedLines {

    /** The first line's address, behind the room for the programs' entries. */
    private static final long BASE = UserLayout.PROGRAM + 0x10_0000;
    private static final int BYTES_PER_LINE = 4;

    private record Row(int method, int line) {
    }

    private record Method(String name, String file) {
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private final Map<String, Long> addresses = new HashMap<>();

    /** Reads the class files in the folders. */
    HostedLines(List<Path> classPath) throws IOException {
        for (Path folder : classPath) {
            for (Path file : classFiles(folder)) {
                add(ClassFile.of().parse(file));
            }
        }
    }

    /** The address of each line, by {@link SimulatedProgram#key}. */
    Map<String, Long> addresses() {
        return addresses;
    }

    /** The line table, as {@link LineTable} reads it. */
    byte[] toBytes() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer methodTable = littleEndian(methods.size() * LineTable.METHOD_BYTES);
        for (Method method : methods) {
            byte[] name = method.name.getBytes(StandardCharsets.ISO_8859_1);
            byte[] file = method.file.getBytes(StandardCharsets.ISO_8859_1);
            methodTable.putInt(text.size()).putShort((short) name.length).putShort((short) file.length);
            text.writeBytes(name);
            text.writeBytes(file);
        }
        int rowCount = rows.size() + 1;
        ByteBuffer table = littleEndian(LineTable.HEADER_BYTES + rowCount * LineTable.ROW_BYTES
                + methodTable.capacity() + text.size());
        table.putInt(LineTable.MAGIC).putInt(rowCount).putInt(methods.size()).putInt(text.size()).putLong(BASE);
        for (int i = 0; i < rows.size(); i++) {
            table.putInt(i * BYTES_PER_LINE).putInt(rows.get(i).method).putInt(rows.get(i).line);
        }
        table.putInt(rows.size() * BYTES_PER_LINE).putInt(0).putInt(0);
        return table.put(methodTable.array()).put(text.toByteArray()).array();
    }

    private void add(ClassModel model) {
        String name = model.thisClass().asInternalName().replace('/', '.');
        String file = model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue()).orElse("?");
        for (MethodModel method : model.methods()) {
            method.code().ifPresent(code -> add(name + "." + method.methodName().stringValue(), file, code));
        }
    }

    private void add(String method, String file, CodeModel code) {
        TreeSet<Integer> lines = new TreeSet<>();
        code.findAttributes(Attributes.lineNumberTable())
                .forEach(table -> table.lineNumbers().forEach(row -> lines.add(row.lineNumber())));
        methods.add(new Method(method, file));
        for (int line : lines) {
            addresses.putIfAbsent(SimulatedProgram.key(method, line), BASE + (long) rows.size() * BYTES_PER_LINE);
            rows.add(new Row(methods.size() - 1, line));
        }
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
