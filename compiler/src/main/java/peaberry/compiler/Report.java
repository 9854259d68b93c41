package peaberry.compiler;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was made.
 *
 * @param image             the linked ELF file
 * @param textBytes         code
 * @param rodataBytes       read-only data
 * @param dataBytes         initialised data
 * @param bssBytes          zero data
 * @param deepestStackBytes the deepest stack of the call graph; recursion counts once
 * @param lines             source lines with code of all reached methods, and lines of intrinsics
 * @param trustedLines      those of trusted classes outside of the machine's module
 * @param intrinsicLines    lines with code of the native bodies of the intrinsics that are reached
 * @param classes           classes that are reached
 * @param methods           methods that were translated
 */
public record Report(Path image, long textBytes, long rodataBytes, long dataBytes, long bssBytes, long deepestStackBytes,
                     int lines, int trustedLines, int intrinsicLines, int classes, int methods) {

    /** The part of the program that could break memory safety, 0 to 1. */
    public double trustedShare() {
        return lines == 0 ? 0 : (double) (trustedLines + intrinsicLines) / lines;
    }

    /** The report as a flat JSON object. */
    String json() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text.bytes", textBytes);
        values.put("rodata.bytes", rodataBytes);
        values.put("data.bytes", dataBytes);
        values.put("bss.bytes", bssBytes);
        values.put("stack.deepest.bytes", deepestStackBytes);
        values.put("lines.total", lines);
        values.put("lines.trusted", trustedLines);
        values.put("lines.intrinsics", intrinsicLines);
        values.put("trusted.share", String.format(Locale.ROOT, "%.4f", trustedShare()));
        values.put("classes", classes);
        values.put("methods", methods);
        return values.entrySet().stream().map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
            .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
