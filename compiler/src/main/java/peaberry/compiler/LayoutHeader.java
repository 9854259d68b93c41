package peaberry.compiler;

import java.util.Set;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.reach.Layouts;

/** The offsets of the fields of placed and embedded classes, for assembly. */
final class LayoutHeader {

    private LayoutHeader() {
    }

    static String of(Set<JavaClass> classes, Layouts layouts) {
        StringBuilder text = new StringBuilder();
        classes.stream().sorted((left, right) -> left.name().compareTo(right.name())).forEach(type -> {
            Layouts.Layout layout = layouts.of(type);
            layout.offsets().forEach((field, offset) -> define(text, type.simpleName() + "_" + field.name(), offset));
            define(text, type.simpleName() + "_SIZE", layout.size());
        });
        return text.toString();
    }

    private static void define(StringBuilder text, String name, int value) {
        text.append("#define ").append(name).append(' ').append(value).append('\n');
    }
}
