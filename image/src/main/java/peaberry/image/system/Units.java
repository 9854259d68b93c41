package peaberry.image.system;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as people write them: a whole number and a unit. */
final class Units {

    /** Largest first, so that a quantity is shown in the largest unit that fits. */
    private static final Map<String, Long> BYTES = new LinkedHashMap<>();
    private static final Map<String, Long> MICROSECONDS = new LinkedHashMap<>();
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]+)");

    static {
        BYTES.put("GiB", 1L << 30);
        BYTES.put("MiB", 1L << 20);
        BYTES.put("KiB", 1L << 10);
        MICROSECONDS.put("s", 1_000_000L);
        MICROSECONDS.put("ms", 1_000L);
        MICROSECONDS.put("us", 1L);
    }

    private Units() {
    }

    /** Bytes; empty if the text is no size. */
    static OptionalLong bytes(String text) {
        return quantity(text, BYTES);
    }

    /** Microseconds; empty if the text is no time. */
    static OptionalLong microseconds(String text) {
        return quantity(text, MICROSECONDS);
    }

    static String showBytes(long bytes) {
        return show(bytes, BYTES);
    }

    static String showMicroseconds(long microseconds) {
        return show(microseconds, MICROSECONDS);
    }

    private static OptionalLong quantity(String text, Map<String, Long> units) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches() || !units.containsKey(parts.group(2))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(parts.group(1)) * units.get(parts.group(2)));
    }

    private static String show(long quantity, Map<String, Long> units) {
        for (Map.Entry<String, Long> unit : units.entrySet()) {
            if (quantity != 0 && quantity % unit.getValue() == 0) {
                return quantity / unit.getValue() + " " + unit.getKey();
            }
        }
        return String.valueOf(quantity);
    }
}
