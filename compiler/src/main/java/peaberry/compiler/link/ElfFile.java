package peaberry.compiler.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections and symbols of a linked ELF64 file (System V ABI, "Object Files"). */
public final class ElfFile {

    private static final int SECTION_TABLE = 40;
    private static final int SECTION_COUNT = 60;
    private static final int SECTION_NAMES = 62;
    private static final int SECTION_HEADER = 64;
    private static final int SYMBOL = 24;
    private static final int SHT_SYMTAB = 2;
    private static final int SHT_NOBITS = 8;
    private static final int STT_FUNC = 2;

    private record Section(String name, int type, long address, int offset, long size, int link) {
    }

    /** A symbol. @param function whether it names code */
    public record Symbol(String name, long value, boolean function) {
    }

    private final ByteBuffer file;
    private final List<Section> sections = new ArrayList<>();

    private ElfFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) file.getLong(SECTION_TABLE);
        int names = (int) file.getLong(table + SECTION_HEADER * file.getShort(SECTION_NAMES) + 24);
        for (int i = 0; i < file.getShort(SECTION_COUNT); i++) {
            int header = table + SECTION_HEADER * i;
            sections.add(new Section(text(names + file.getInt(header)), file.getInt(header + 4),
                file.getLong(header + 16), (int) file.getLong(header + 24), file.getLong(header + 32),
                file.getInt(header + 40)));
        }
    }

    public static ElfFile read(Path path) throws IOException {
        return new ElfFile(Files.readAllBytes(path));
    }

    /** Bytes in memory of the sections called {@code name} or {@code name.…}. */
    public long size(String name) {
        return sections.stream().filter(section -> section.name.equals(name) || section.name.startsWith(name + "."))
            .mapToLong(Section::size).sum();
    }

    /** The content of a section, little-endian; empty if there is none. */
    public ByteBuffer content(String name) {
        for (Section section : sections) {
            if (section.name.equals(name) && section.type != SHT_NOBITS) {
                return file.slice(section.offset, (int) section.size).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }

    public List<Symbol> symbols() {
        List<Symbol> symbols = new ArrayList<>();
        for (Section section : sections) {
            if (section.type == SHT_SYMTAB) {
                int names = sections.get(section.link).offset;
                for (int at = section.offset; at < section.offset + section.size; at += SYMBOL) {
                    symbols.add(new Symbol(text(names + file.getInt(at)), file.getLong(at + 8),
                        (file.get(at + 4) & 15) == STT_FUNC));
                }
            }
        }
        return symbols;
    }

    /** The frame sizes that clang noted, by the function's symbol. */
    public Map<String, Long> stackSizes() {
        Map<Long, String> functions = new LinkedHashMap<>();
        symbols().stream().filter(Symbol::function).forEach(symbol -> functions.put(symbol.value, symbol.name));
        Map<String, Long> sizes = new LinkedHashMap<>();
        ByteBuffer content = content(".stack_sizes");
        while (content.remaining() > 8) {
            String name = functions.get(content.getLong());
            long size = LineProgram.unsigned(content);
            if (name != null) {
                sizes.put(name, size);
            }
        }
        return sizes;
    }

    private String text(int offset) {
        int end = offset;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), offset, end - offset, StandardCharsets.UTF_8);
    }
}
