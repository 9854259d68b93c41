package peaberry.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what travels: parameters, results, and the components of records, each of which becomes a value of its own. */
final class ValueReader {

    /** What a result that is no record is called. */
    static final String RESULT = "result";

    private static final String SLOT = "slot";
    private static final Map<TypeKind, long[]> NUMBERS = Map.of(
            TypeKind.BYTE, new long[] {Byte.MIN_VALUE, Byte.MAX_VALUE},
            TypeKind.SHORT, new long[] {Short.MIN_VALUE, Short.MAX_VALUE},
            TypeKind.CHAR, new long[] {Character.MIN_VALUE, Character.MAX_VALUE},
            TypeKind.INT, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
            TypeKind.LONG, new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

    /** The records that are being read, outermost first. */
    private final Set<TypeElement> open = new HashSet<>();

    /** The constants of an enum, in their order. */
    static List<String> constantsOf(TypeElement type) {
        return type.getEnclosedElements().stream().filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString()).toList();
    }

    /** Adds what a method answers: nothing, one value, or the components of a record. */
    void readResult(ExecutableElement method, List<Value> to) throws Refusal {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.VOID) {
            requireUnbounded(method, Library.SIZE, "nothing");
            requireUnbounded(method, Library.RANGE, "nothing");
        } else {
            read(method, type, isFlattened(type) ? "" : RESULT, to);
        }
    }

    /** Adds the value, or those of a record. @param marked has the annotations @param name empty for a record whose components stand alone */
    void read(Element marked, TypeMirror type, String name, List<Value> to) throws Refusal {
        if (isFlattened(type)) {
            readRecord(marked, (TypeElement) ((DeclaredType) type).asElement(), name, to);
        } else {
            to.add(new Value(name, kind(marked, type)));
        }
    }

    private void readRecord(Element marked, TypeElement type, String name, List<Value> to) throws Refusal {
        requireUnbounded(marked, Library.SIZE, "a record");
        requireUnbounded(marked, Library.RANGE, "a record");
        if (!type.getTypeParameters().isEmpty()) {
            throw new Refusal(marked, "the record " + type.getSimpleName() + " has type parameters: a message holds values of known types");
        }
        if (!open.add(type)) {
            throw new Refusal(marked, "the record " + type.getSimpleName() + " contains itself");
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            String own = component.getSimpleName().toString();
            read(component, component.asType(), name.isEmpty() ? own : name + Value.capitalized(own), to);
        }
        open.remove(type);
    }

    private static boolean isFlattened(TypeMirror type) {
        return elementOf(type) instanceof TypeElement element && element.getKind() == ElementKind.RECORD
                && !Marks.isMarked(element, Library.UNBOXED);
    }

    private Kind kind(Element marked, TypeMirror type) throws Refusal {
        if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
            requireUnbounded(marked, Library.RANGE, "a byte array");
            return new Kind.Bytes(size(marked, "a byte array"));
        }
        TypeElement element = elementOf(type);
        if (element != null && element.getQualifiedName().contentEquals(Library.TEXT)) {
            requireUnbounded(marked, Library.RANGE, "text");
            return new Kind.Characters(size(marked, "text"));
        }
        requireUnbounded(marked, Library.SIZE, "a " + type);
        return element != null && Marks.isMarked(element, Library.UNBOXED) && isCapability(element)
                ? capability(marked, element)
                : word(marked, type);
    }

    private static Kind.Capability capability(Element marked, TypeElement type) throws Refusal {
        String name = type.getQualifiedName().toString();
        if (name.equals(Library.ANY_CAPABILITY)) {
            return new Kind.Capability(name, true);
        }
        if (type.getEnclosedElements().stream().noneMatch(ValueReader::isTypeConstant)) {
            throw new Refusal(marked, "the record " + type.getSimpleName() + " does not say what it is of: it needs a constant "
                    + Library.CAPABILITY_TYPE + ", a CapabilityType; of any type is a Capability");
        }
        return new Kind.Capability(name, false);
    }

    private static boolean isTypeConstant(Element element) {
        return element.getKind() == ElementKind.FIELD && element.getSimpleName().contentEquals(Library.CAPABILITY_TYPE);
    }

    private static boolean isCapability(TypeElement type) {
        return componentOf(type).getSimpleName().contentEquals(SLOT) && componentOf(type).asType().getKind() == TypeKind.INT;
    }

    private Kind.Word word(Element marked, TypeMirror type) throws Refusal {
        if (NUMBERS.containsKey(type.getKind())) {
            return number(marked, type.getKind());
        }
        requireUnbounded(marked, Library.RANGE, "a " + type);
        if (type.getKind() == TypeKind.BOOLEAN) {
            return new Kind.Truth();
        }
        TypeElement element = elementOf(type);
        if (element != null && element.getKind() == ElementKind.ENUM) {
            if (constantsOf(element).isEmpty()) {
                throw new Refusal(marked, "the enum " + element.getSimpleName() + " has no constants: there is no value to send");
            }
            return new Kind.Constant(element.getQualifiedName().toString(), constantsOf(element));
        }
        if (element != null && Marks.isMarked(element, Library.UNBOXED)) {
            RecordComponentElement component = componentOf(element);
            return new Kind.Wrapped(element.getQualifiedName().toString(), component.getSimpleName().toString(),
                    word(component, component.asType()));
        }
        throw new Refusal(marked, type + " does not travel in a message: numbers, booleans, enums, records of these, "
                + "byte[] and Text with @Size, and capabilities do" + hint(type));
    }

    private static String hint(TypeMirror type) {
        return switch (type.getKind()) {
            case FLOAT, DOUBLE -> "; the native profile has no floating point";
            case ARRAY -> "; for more data pass a Window";
            case DECLARED -> type.toString().equals("java.lang.String") ? "; text of fixed capacity is a Text" : "";
            default -> "";
        };
    }

    private static Kind.Number number(Element marked, TypeKind kind) throws Refusal {
        String name = kind.name().toLowerCase(java.util.Locale.ROOT);
        long[] all = NUMBERS.get(kind);
        if (!Marks.isMarked(marked, Library.RANGE)) {
            return new Kind.Number(name, all[0], all[1]);
        }
        long min = Marks.number(marked, Library.RANGE, "min", 0);
        long max = Marks.number(marked, Library.RANGE, "max", 0);
        if (min > max || min < all[0] || max > all[1]) {
            throw new Refusal(marked, "@Range from " + min + " to " + max + " has no numbers of the type " + name + ", or others as well");
        }
        return new Kind.Number(name, min, max);
    }

    private static int size(Element marked, String what) throws Refusal {
        long size = Marks.number(marked, Library.SIZE, "value", 0);
        if (size < 1) {
            throw new Refusal(marked, what + " in a message needs @Size, at least 1: the most bytes that travel");
        }
        return (int) size;
    }

    private static void requireUnbounded(Element marked, String annotation, String what) throws Refusal {
        if (Marks.isMarked(marked, annotation)) {
            String shortName = annotation.substring(annotation.lastIndexOf('.') + 1);
            throw new Refusal(marked, "@" + shortName + " says nothing about " + what + ": "
                    + (annotation.equals(Library.SIZE) ? "it bounds a byte array or a Text" : "it bounds a whole number"));
        }
    }

    private static RecordComponentElement componentOf(TypeElement unboxed) {
        return unboxed.getRecordComponents().getFirst();
    }

    private static TypeElement elementOf(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED ? (TypeElement) ((DeclaredType) type).asElement() : null;
    }
}
