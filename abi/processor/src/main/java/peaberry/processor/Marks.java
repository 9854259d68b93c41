package peaberry.processor;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads annotations by name, as the processor is compiled before them. */
final class Marks {

    private Marks() {
    }

    static boolean isMarked(Element element, String annotation) {
        return find(element, annotation) != null;
    }

    /** The class that the annotation names, or null. */
    static TypeElement classOf(Element element, String annotation, String attribute) {
        Object value = value(element, annotation, attribute);
        return value instanceof DeclaredType type ? (TypeElement) type.asElement() : null;
    }

    /** The number that the annotation names, or {@code otherwise}. */
    static long number(Element element, String annotation, String attribute, long otherwise) {
        Object value = value(element, annotation, attribute);
        return value instanceof java.lang.Number number ? number.longValue() : otherwise;
    }

    private static Object value(Element element, String annotation, String attribute) {
        AnnotationMirror mirror = find(element, annotation);
        if (mirror == null) {
            return null;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry : mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }

    private static AnnotationMirror find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().contentEquals(annotation))
                .findFirst().orElse(null);
    }
}
