package peaberry.image.system;

import java.util.List;
import java.util.Map;

/** A value of a TOML document, with the line on which it begins, counted from 1. */
sealed interface TomlValue {

    int line();

    /** What it is, in a user's words. */
    String kind();

    record Text(String text, int line) implements TomlValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    record Number(long number, int line) implements TomlValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Truth(boolean isTrue, int line) implements TomlValue {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    record Array(List<TomlValue> elements, int line) implements TomlValue {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** @param entries in the order of the document */
    record Table(Map<String, TomlValue> entries, int line) implements TomlValue {
        @Override
        public String kind() {
            return "a table";
        }
    }
}
