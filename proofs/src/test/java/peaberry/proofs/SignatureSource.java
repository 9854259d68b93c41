package peaberry.proofs;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class as the prover is told of it, made from the real one: fields and methods that are not private, as far as their
 * types are known to it. Methods have no body, so nothing can be proved of them. A record becomes a class that does the same.
 */
final class SignatureSource {

    private final Class<?> type;
    private final Set<String> known;
    private final StringBuilder text = new StringBuilder();

    /** @param known names of the classes that may be mentioned */
    SignatureSource(Class<?> type, Set<String> known) {
        this.type = type;
        this.known = known;
    }

    @Override
    public String toString() {
        text.setLength(0);
        text.append("package ").append(type.getPackageName()).append(";\n\n");
        text.append(Modifier.isPublic(type.getModifiers()) ? "public " : "");
        if (type.isEnum()) {
            text.append("enum ").append(type.getSimpleName()).append(" {\n    ")
                    .append(Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))).append(";\n");
        } else {
            boolean isAbstract = Modifier.isAbstract(type.getModifiers());
            boolean isKnown = type.getSuperclass() != null && known.contains(type.getSuperclass().getName());
            text.append(isAbstract ? "abstract " : Modifier.isFinal(type.getModifiers()) ? "final " : "").append("class ")
                    .append(type.getSimpleName()).append(isKnown ? " extends " + type.getSuperclass().getName() : "").append(" {\n");
        }
        if (type.isRecord()) {
            components();
        }
        Arrays.stream(type.getDeclaredFields()).sorted(Comparator.comparing(Field::getName)).forEach(this::field);
        Arrays.stream(type.getDeclaredMethods()).sorted(Comparator.comparing(Method::toString)).forEach(this::method);
        return text.append("}\n").toString();
    }

    private void components() {
        RecordComponent component = type.getRecordComponents()[0];
        String name = component.getName();
        String kind = component.getType().getName();
        text.append("    private final ").append(kind).append(' ').append(name).append(";\n    public ").append(type.getSimpleName())
                .append('(').append(kind).append(" given) {\n        this.").append(name).append(" = given;\n    }\n    public /*@ pure @*/ ")
                .append(kind).append(' ').append(name).append("() {\n        return ").append(name).append(";\n    }\n");
    }

    private void field(Field field) {
        int modifiers = field.getModifiers();
        if (Modifier.isPrivate(modifiers) || field.isSynthetic() || field.isEnumConstant() || !isKnown(field.getType())) {
            return;
        }
        boolean mayBeNull = !field.getType().isPrimitive() && !Modifier.isFinal(modifiers);
        text.append("    ").append(access(modifiers)).append(Modifier.isStatic(modifiers) ? "static " : "")
                .append(mayBeNull ? "/*@ nullable @*/ " : "").append(field.getType().getName()).append(' ').append(field.getName());
        if (Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers) && field.getType().isPrimitive()) {
            text.insert(text.lastIndexOf("static ") + "static ".length(), "final ");
            text.append(" = ").append(constant(field));
        }
        text.append(";\n");
    }

    private static String constant(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null) + (field.getType() == long.class ? "L" : "");
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void method(Method method) {
        int modifiers = method.getModifiers();
        boolean provided = type.isEnum() && (method.getName().equals("values") || method.getName().equals("valueOf"));
        boolean told = isKnown(method.getReturnType()) && Arrays.stream(method.getParameterTypes()).allMatch(this::isKnown);
        boolean own = !type.isRecord() || Arrays.stream(type.getRecordComponents()).noneMatch(part -> part.getName().equals(method.getName()));
        if (Modifier.isPrivate(modifiers) || method.isSynthetic() || provided || !told || !own || method.getDeclaringClass() == Object.class) {
            return;
        }
        text.append("    ").append(access(modifiers)).append(Modifier.isStatic(modifiers) ? "static " : "")
                .append(Modifier.isAbstract(modifiers) ? "abstract " : "native ")
                .append(method.getReturnType().isPrimitive() ? "" : "/*@ nullable @*/ ")
                .append(method.getReturnType().getName()).append(' ').append(method.getName()).append('(');
        for (int i = 0; i < method.getParameterCount(); i++) {
            text.append(i == 0 ? "" : ", ").append(method.getParameterTypes()[i].getName()).append(" p").append(i);
        }
        text.append(");\n");
    }

    private static String access(int modifiers) {
        return Modifier.isPublic(modifiers) ? "public " : Modifier.isProtected(modifiers) ? "protected " : "";
    }

    private boolean isKnown(Class<?> other) {
        return other.isPrimitive() || known.contains(other.getName());
    }
}
