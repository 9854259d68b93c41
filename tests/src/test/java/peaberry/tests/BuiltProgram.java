package peaberry.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peaberry.abi.LineTable;
import peaberry.abi.ProgramImage;

/** A program as it was built: which lines of Java it has, at which addresses, and what code is there. */
final class BuiltProgram {

    /** A line within a method. @param addresses where the pieces of code begin that belong to it */
    record Place(BuiltProgram program, String method, int line, List<Long> addresses) {

        @Override
        public String toString() {
            return method + ":" + line;
        }
    }

    /** So many bytes of code do not occur at the same address of another program. */
    private static final int DISTINCTIVE = 24;

    private final String name;
    private final byte[] file;
    private final ProgramImage image = new ProgramImage();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private BuiltProgram(String name) throws IOException {
        this.name = name;
        file = BootFiles.program(name);
        if (image.open(new ArrayBytes(file)) != ProgramImage.Problem.NONE) {
            throw new AssertionError(name + " is no program");
        }
        LineTable lines = new LineTable();
        lines.open(new ArrayBytes(Files.readAllBytes(Repository.IMAGE.resolve(name + ".lines"))));
        for (int row = 0; row < lines.rows(); row++) {
            if (lines.line(row) > 0) {
                add(method(lines, row), lines.line(row), lines.address(row));
            }
        }
    }

    /** The program of that name in the image that was built last. */
    static BuiltProgram of(String name) throws IOException {
        return new BuiltProgram(name);
    }

    String name() {
        return name;
    }

    private void add(String method, int line, long address) {
        places.computeIfAbsent(method + ":" + line, _ -> new Place(this, method, line, new ArrayList<>())).addresses().add(address);
    }

    private static String method(LineTable lines, int row) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < lines.methodLength(row); i++) {
            name.append(lines.methodChar(row, i));
        }
        return name.toString();
    }

    /** All lines of methods whose qualified names begin so. */
    List<Place> places(String prefix) {
        return places.values().stream().filter(place -> place.method().startsWith(prefix)).toList();
    }

    /** All of a method's code, wherever it was put; {@code line} is that of its first. @param name qualified */
    Place method(String name) {
        List<Place> found = places.values().stream().filter(place -> place.method().equals(name)).toList();
        if (found.isEmpty()) {
            throw new AssertionError("there is no code of " + name);
        }
        int first = found.stream().mapToInt(Place::line).min().orElseThrow();
        return new Place(this, name, first, found.stream().flatMap(place -> place.addresses().stream()).toList());
    }

    /** Whether the guest, which stands at an address, is in this program. */
    boolean isWhere(DebugStub stub, long address) throws IOException {
        byte[] code = code(address);
        return Arrays.equals(code, stub.memory(address, code.length));
    }

    private byte[] code(long address) {
        for (int segment = 0; segment < image.segments(); segment++) {
            long offset = address - image.address(segment);
            if (offset >= 0 && offset < image.fileSize(segment)) {
                int start = (int) (image.fileOffset(segment) + offset);
                return Arrays.copyOfRange(file, start, start + (int) Math.min(DISTINCTIVE, image.fileSize(segment) - offset));
            }
        }
        throw new AssertionError("no code at " + Long.toHexString(address));
    }
}
