package peaberry.compiler.classes;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The annotations of {@code peaberry.machine}, read from class files. */
final class Annotations {

    static final String TRUSTED = "Lpeaberry/machine/Trusted;";
    static final String INTRINSIC = "Lpeaberry/machine/Intrinsic;";
    static final String UNBOXED = "Lpeaberry/machine/Unboxed;";
    static final String EMBEDDED = "Lpeaberry/machine/Embedded;";
    static final String FOOTPRINT = "Lpeaberry/machine/Footprint;";
    static final String RESERVED = "Lpeaberry/machine/Reserved;";
    static final String INLINE = "Lpeaberry/machine/Inline;";
    static final String OUT_OF_LINE = "Lpeaberry/machine/OutOfLine;";
    static final String ENTRY_POINT = "Lpeaberry/machine/EntryPoint;";

    private Annotations() {
    }

    static boolean present(AttributedElement element, String descriptor) {
        return find(element, descriptor).isPresent();
    }

    /** The annotation's {@code value}, if the element has the annotation. */
    static Optional<AnnotationValue> value(AttributedElement element, String descriptor) {
        return find(element, descriptor).flatMap(annotation -> annotation.elements().stream()
            .filter(entry -> entry.name().equalsString("value"))
            .map(entry -> entry.value())
            .findFirst());
    }

    private static Optional<Annotation> find(AttributedElement element, String descriptor) {
        List<Annotation> invisible = element.findAttribute(Attributes.runtimeInvisibleAnnotations())
            .map(attribute -> attribute.annotations()).orElse(List.of());
        List<Annotation> visible = element.findAttribute(Attributes.runtimeVisibleAnnotations())
            .map(attribute -> attribute.annotations()).orElse(List.of());
        return Stream.concat(invisible.stream(), visible.stream())
            .filter(annotation -> annotation.className().equalsString(descriptor)).findFirst();
    }
}
