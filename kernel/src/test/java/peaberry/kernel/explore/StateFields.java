package peaberry.kernel.explore;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which fields belong to the state: all that can change after the object was made, but for some.
 *
 * @param foreign classes whose instances are no part of the state, such as the machine
 * @param dead    fields (class, dot, name) whose values nothing reads between two events
 * @param moments fields that hold a time of the clock
 * @param hints   fields that only tell where to look first
 */
public record StateFields(Set<Class<?>> foreign, Set<String> dead, Set<String> moments, Set<String> hints) {

    /** Those that {@code type} itself declares. */
    List<Field> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !field.isSynthetic())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
                .filter(field -> !foreign.contains(field.getType()) && !dead.contains(name(field))
                        && !hints.contains(name(field))).toList();
    }

    boolean isMoment(Field field) {
        return moments.contains(name(field));
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }
}
