package peaberry.image.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import peaberry.image.system.TomlValue.Table;

/**
 * The settings in one table: each is asked for by its key, with the form that it must have. What is missing or of another
 * form is a problem, and so is, in the end, what nobody asked for.
 */
final class Settings {

    /** A setting of a table within the table: a name that the user chose, and what it stands for. */
    record Named<T>(String name, T value, int line) {
    }

    /** How names look: 1 to 24 characters, as many as a message or an archive has room for. */
    private static final String NAME = "[a-z][a-z0-9-]{0,23}";
    /** How the place looks where files are mounted, of which the same holds. */
    private static final String PLACE = "(?=.{1,24}$)(/|(/[a-z0-9-]+)+)";

    private final String title;
    private final Table table;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    /** @param title what the table is called in a problem's text */
    Settings(String title, TomlValue value, Problems problems) {
        this.title = title;
        this.problems = problems;
        if (value instanceof Table its) {
            table = its;
        } else {
            problems.add(value.line(), title + " has to be a table, not " + value.kind());
            table = new Table(Map.of(), value.line());
        }
    }

    /** The line of a setting; of the table itself if the setting is not there. */
    int line(String key) {
        return has(key) ? table.entries().get(key).line() : table.line();
    }

    boolean has(String key) {
        known.add(key);
        return table.entries().containsKey(key);
    }

    /** Says that a setting is missing, unless it is there. */
    void require(String key) {
        if (!has(key)) {
            problems.add(table.line(), title + " has no '" + key + "'");
        }
    }

    /** A string, or {@code missing} if it is not there. */
    String text(String key, String missing) {
        return has(key) ? textOf(key, table.entries().get(key), missing) : missing;
    }

    /** A whole number. */
    long number(String key, long fewest, long most, long missing) {
        return has(key) ? numberOf(key, table.entries().get(key), fewest, most, missing) : missing;
    }

    /** Bytes, a power of two, in a string with a unit. */
    long bytes(String key, long missing) {
        String text = text(key, null);
        long bytes = text == null ? missing : Units.bytes(text).orElse(0);
        if (text != null && Long.bitCount(bytes) != 1) {
            problem(key, "'" + key + "' has to be a power of two with a unit, such as \"512 KiB\", not \"" + text + "\"");
        }
        return bytes;
    }

    /** Microseconds, from a string with a unit. */
    long microseconds(String key, long missing) {
        String text = text(key, null);
        if (text == null) {
            return missing;
        }
        if (Units.microseconds(text).isEmpty()) {
            problem(key, "'" + key + "' has to be a time with a unit, such as \"5 ms\" or \"250 us\", not \"" + text + "\"");
        }
        return Units.microseconds(text).orElse(missing);
    }

    /** One of an enumeration's constants, written as {@link #word} has it. */
    <E extends Enum<E>> E choice(String key, List<E> all, E missing) {
        String text = text(key, null);
        return text == null ? missing : choiceOf(key, line(key), text, all, missing);
    }

    /** A table of strings, each under a name. */
    List<Named<String>> texts(String key) {
        return texts(entries(key));
    }

    /** A table of strings, each under a place among files. */
    List<Named<String>> textsAtPlaces(String key) {
        List<Named<TomlValue>> entries = any(key);
        entries.stream().filter(entry -> !entry.name.matches(PLACE)).forEach(entry -> problems.add(entry.line,
                "'" + entry.name + "' is no place for files: it takes \"/\", or up to 24 characters such as \"/some/where\", of small letters, digits and hyphens"));
        return texts(entries);
    }

    private List<Named<String>> texts(List<Named<TomlValue>> entries) {
        List<Named<String>> texts = new ArrayList<>();
        for (Named<TomlValue> entry : entries) {
            String text = textOf(entry.name, entry.value, null);
            if (text != null) {
                texts.add(new Named<>(entry.name, text, entry.line));
            }
        }
        return texts;
    }

    /** A table of whole numbers, each under a name. */
    List<Named<Integer>> numbers(String key, int fewest, int most) {
        List<Named<Integer>> numbers = new ArrayList<>();
        for (Named<TomlValue> entry : entries(key)) {
            long number = numberOf(entry.name, entry.value, fewest, most, -1);
            if (number >= 0) {
                numbers.add(new Named<>(entry.name, (int) number, entry.line));
            }
        }
        return numbers;
    }

    /** A table of an enumeration's constants, each under a name. */
    <E extends Enum<E>> List<Named<E>> choices(String key, List<E> all) {
        List<Named<E>> choices = new ArrayList<>();
        for (Named<String> text : texts(key)) {
            E choice = choiceOf(text.name, text.line, text.value, all, null);
            if (choice != null) {
                choices.add(new Named<>(text.name, choice, text.line));
            }
        }
        return choices;
    }

    /** The entries of a table within the table, in their order, under names. */
    List<Named<TomlValue>> entries(String key) {
        List<Named<TomlValue>> entries = any(key);
        entries.forEach(entry -> checkName(entry.name, entry.line));
        return entries;
    }

    private List<Named<TomlValue>> any(String key) {
        if (!has(key)) {
            return List.of();
        }
        TomlValue value = table.entries().get(key);
        if (!(value instanceof Table its)) {
            problem(key, "'" + key + "' has to be a table, not " + value.kind());
            return List.of();
        }
        return its.entries().entrySet().stream()
                .map(entry -> new Named<>(entry.getKey(), entry.getValue(), entry.getValue().line())).toList();
    }

    /** Reports what nobody asked for. */
    void finish() {
        table.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(value.line(), title + " has no setting '" + key + "'; there are " + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    /** @param key where the problem is */
    void problem(String key, String text) {
        problems.add(line(key), text);
    }

    /** How a constant is written: {@code power-off} for {@code POWER_OFF}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void checkName(String name, int line) {
        if (!name.matches(NAME)) {
            problems.add(line, "'" + name + "' is no name: it takes 1 to 24 small letters, digits and hyphens, a letter first");
        }
    }

    private String textOf(String key, TomlValue value, String instead) {
        if (value instanceof TomlValue.Text text) {
            return text.text();
        }
        problems.add(value.line(), "'" + key + "' has to be a string, not " + value.kind());
        return instead;
    }

    private long numberOf(String key, TomlValue value, long fewest, long most, long instead) {
        if (!(value instanceof TomlValue.Number number)) {
            problems.add(value.line(), "'" + key + "' has to be a number, not " + value.kind());
            return instead;
        }
        if (number.number() < fewest || number.number() > most) {
            problems.add(value.line(), "'" + key + "' has to be from " + fewest + " to " + most + ", not " + number.number());
            return instead;
        }
        return number.number();
    }

    private <E extends Enum<E>> E choiceOf(String key, int line, String text, List<E> all, E instead) {
        for (E constant : all) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        problems.add(line, "'" + key + "' has to be " + String.join(", ", all.stream().map(Settings::word).toList())
                + ", not \"" + text + "\"");
        return instead;
    }
}
