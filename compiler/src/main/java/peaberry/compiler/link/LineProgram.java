package peaberry.compiler.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .debug_line} (DWARF 5, section 6.2) of a linked file. */
final class LineProgram {

    /** An address and the source position from there on. @param end whether the code ends here */
    record Row(long address, String file, int line, int column, boolean end) {
    }

    private static final int VERSION = 5;
    private static final int DW_LNCT_PATH = 1;
    private static final int DW_LNCT_DIRECTORY_INDEX = 2;
    private static final int DW_FORM_DATA16 = 0x1e;
    private static final int DW_FORM_LINE_STRP = 0x1f;
    private static final int DW_FORM_DATA2 = 0x05;
    private static final int DW_FORM_UDATA = 0x0f;
    private static final int DW_FORM_DATA1 = 0x0b;

    private static final int EXTENDED = 0;
    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;

    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int SET_COLUMN = 5;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;

    private final ByteBuffer in;
    private final ByteBuffer strings;
    private final List<Row> rows = new ArrayList<>();

    private int lineBase;
    private int lineRange;
    private int opcodeBase;
    private int[] operands;
    private List<String> files;

    private long address;
    private int file;
    private int line;
    private int column;

    private LineProgram(ByteBuffer in, ByteBuffer strings) {
        this.in = in;
        this.strings = strings;
    }

    /** All rows in the order of the section; addresses ascend within a sequence. */
    static List<Row> read(ElfFile elf) {
        LineProgram program = new LineProgram(elf.content(".debug_line"), elf.content(".debug_line_str"));
        while (program.in.hasRemaining()) {
            program.unit();
        }
        return program.rows;
    }

    private void unit() {
        int length = in.getInt();
        int end = in.position() + length;
        int version = in.getShort();
        if (version == VERSION) {
            in.getShort();
            int headerLength = in.getInt();
            int start = in.position() + headerLength;
            header();
            in.position(start);
            reset();
            while (in.position() < end) {
                step();
            }
        }
        in.position(end);
    }

    private void header() {
        in.position(in.position() + 3);
        lineBase = in.get();
        lineRange = in.get() & 0xFF;
        opcodeBase = in.get() & 0xFF;
        operands = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            operands[i] = in.get();
        }
        List<String> folders = paths(List.of());
        files = paths(folders);
    }

    /** A table of paths; with {@code folders} given, each entry is one of those and a name. */
    private List<String> paths(List<String> folders) {
        int formats = in.get() & 0xFF;
        int[] contents = new int[formats];
        int[] forms = new int[formats];
        for (int i = 0; i < formats; i++) {
            contents[i] = (int) unsigned(in);
            forms[i] = (int) unsigned(in);
        }
        int count = (int) unsigned(in);
        List<String> paths = new ArrayList<>();
        for (int entry = 0; entry < count; entry++) {
            String folder = "";
            String name = "";
            for (int i = 0; i < formats; i++) {
                long value = number(forms[i]);
                if (contents[i] == DW_LNCT_PATH) {
                    name = text(strings, (int) value);
                } else if (contents[i] == DW_LNCT_DIRECTORY_INDEX && value < folders.size()) {
                    folder = folders.get((int) value);
                }
            }
            boolean here = folder.isEmpty() || folder.equals(".");
            paths.add(here ? name : folder + "/" + name);
        }
        return paths;
    }

    /** Reads an attribute: a number, or the offset of a text in {@code .debug_line_str}. */
    private long number(int form) {
        switch (form) {
            case DW_FORM_LINE_STRP -> {
                return in.getInt();
            }
            case DW_FORM_UDATA -> {
                return unsigned(in);
            }
            case DW_FORM_DATA1 -> {
                return in.get() & 0xFF;
            }
            case DW_FORM_DATA2 -> {
                return in.getShort() & 0xFFFF;
            }
            case DW_FORM_DATA16 -> {
                in.position(in.position() + 16);
                return 0;
            }
            default -> throw new IllegalStateException("DWARF form " + form);
        }
    }

    private static String text(ByteBuffer from, int offset) {
        int end = offset;
        while (from.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - offset];
        from.get(offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void reset() {
        address = 0;
        file = 1;
        line = 1;
        column = 0;
    }

    private void step() {
        int opcode = in.get() & 0xFF;
        if (opcode >= opcodeBase) {
            int adjusted = opcode - opcodeBase;
            address += adjusted / lineRange;
            line += lineBase + adjusted % lineRange;
            append(false);
            return;
        }
        switch (opcode) {
            case EXTENDED -> extended();
            case COPY -> append(false);
            case ADVANCE_PC -> address += unsigned(in);
            case ADVANCE_LINE -> line += (int) signed(in);
            case SET_FILE -> file = (int) unsigned(in);
            case SET_COLUMN -> column = (int) unsigned(in);
            case CONST_ADD_PC -> address += (255 - opcodeBase) / lineRange;
            case FIXED_ADVANCE_PC -> address += in.getShort() & 0xFFFF;
            default -> {
                for (int i = 0; i < operands[opcode]; i++) {
                    unsigned(in);
                }
            }
        }
    }

    private void extended() {
        int length = (int) unsigned(in);
        int next = in.position() + length;
        int opcode = in.get();
        if (opcode == SET_ADDRESS) {
            address = in.getLong();
        } else if (opcode == END_SEQUENCE) {
            append(true);
            reset();
        }
        in.position(next);
    }

    private void append(boolean end) {
        String path = file < files.size() ? files.get(file) : "";
        rows.add(new Row(address, path, line, column, end));
    }

    /** An unsigned LEB128 number. */
    static long unsigned(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    private static long signed(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        boolean negative = (next & 0x40) != 0 && shift < Long.SIZE;
        return negative ? value | -1L << shift : value;
    }
}
