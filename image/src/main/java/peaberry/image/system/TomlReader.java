package peaberry.image.system;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Set;
import peaberry.image.system.TomlValue.Table;

/**
 * Reads the part of TOML 1.0 that declarations need: tables, keys without quotes, strings of one line, whole numbers in
 * decimal and hexadecimal, truth values, arrays, inline tables, comments. What else TOML has is refused by its name.
 * Whatever is read here means the same to every reader of TOML.
 *
 * <p>After a mistake the reader goes on with the next line, so that all mistakes are found at once.
 */
final class TomlReader {

    private final TomlScanner scanner;
    private final Table root = new Table(new LinkedHashMap<>(), 1);
    /** Tables with a header of their own: they must not get a second one. */
    private final Set<Table> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Tables that headers made: only these can be entered by further headers. */
    private final Set<Table> ofHeaders = Collections.newSetFromMap(new IdentityHashMap<>());
    private Table current = root;

    private TomlReader(String text) {
        scanner = new TomlScanner(text);
    }

    /** The document's top table. What is wrong with the document is added to {@code problems}; the rest is read. */
    static Table read(String text, Problems problems) {
        TomlReader reader = new TomlReader(text);
        while (!reader.scanner.atEnd()) {
            try {
                reader.statement();
            } catch (TomlScanner.Malformed problem) {
                problems.add(problem.line(), problem.getMessage());
                reader.scanner.skipLine();
            }
        }
        return reader.root;
    }

    private void statement() throws TomlScanner.Malformed {
        scanner.skipBlanks();
        if (scanner.skip('[')) {
            header();
        } else if (!scanner.atLineEnd()) {
            scanner.entry(current);
        }
        scanner.endLine();
    }

    private void header() throws TomlScanner.Malformed {
        if (scanner.skip('[')) {
            throw scanner.refused("arrays of tables");
        }
        current = new Table(new LinkedHashMap<>(), scanner.line()); // if the header is wrong, its entries must not go elsewhere
        Table table = root;
        String name;
        do {
            scanner.skipBlanks();
            name = scanner.key();
            scanner.skipBlanks();
            table = enter(table, name);
        } while (scanner.skip('.'));
        scanner.require(']', "the table's name");
        if (!opened.add(table)) {
            throw scanner.malformed("the table '" + name + "' is there twice, first in line " + table.line());
        }
        current = table;
    }

    private Table enter(Table parent, String name) throws TomlScanner.Malformed {
        TomlValue known = parent.entries().get(name);
        if (known == null) {
            Table made = new Table(new LinkedHashMap<>(), scanner.line());
            parent.entries().put(name, made);
            ofHeaders.add(made);
            return made;
        }
        if (known instanceof Table table && ofHeaders.contains(table)) {
            return table;
        }
        throw scanner.malformed("'" + name + "' is " + known.kind() + " already, since line " + known.line());
    }
}
