package peaberry.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.reach.Layouts;

/**
 * The offsets of the fields of placed and embedded classes, for assembly. A name that two of them would have stands for
 * an undefined symbol {@code ambiguous_NAME}, so that assembly that uses it does not link.
 */
final class LayoutHeader {

    private final Map<String, String> definitions = new LinkedHashMap<>();

    private LayoutHeader() {
    }

    static String of(Set<JavaClass> classes, Layouts layouts) {
        LayoutHeader header = new LayoutHeader();
        classes.stream().sorted((left, right) -> left.name().compareTo(right.name())).forEach(type -> {
            Layouts.Layout layout = layouts.of(type);
            layout.offsets().forEach((field, offset) -> header.define(type.simpleName() + "_" + field.name(), offset));
            header.define(type.simpleName() + "_SIZE", layout.size());
        });
        StringBuilder text = new StringBuilder();
        header.definitions.forEach((name, value) ->
            text.append("#define ").append(name).append(' ').append(value).append('\n'));
        return text.toString();
    }

    private void define(String name, int value) {
        definitions.merge(name, Integer.toString(value), (_, _) -> "ambiguous_" + name);
    }
}
