package peaberry.machine.simulated;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;

/** What the simulated memory must know of a class to place its instances: footprint, constructor, embedded fields. */
final class PlacedType {

    private static final ClassValue<PlacedType> OF_CLASS = new ClassValue<>() {
        @Override
        protected PlacedType computeValue(Class<?> type) {
            return new PlacedType(type);
        }
    };

    private final Class<?> type;
    private final List<VarHandle> embedded;
    private Constructor<?> constructor;

    private PlacedType(Class<?> type) {
        this.type = type;
        this.embedded = findEmbedded(type);
    }

    static PlacedType of(Class<?> type) {
        return OF_CLASS.get(type);
    }

    /** Bytes that an instance may take, a multiple of 8. */
    long footprint() {
        Footprint footprint = type.getAnnotation(Footprint.class);
        if (footprint == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Footprint");
        }
        return footprint.value() + 7 & -8;
    }

    /** The embedded fields, those of the superclasses first. */
    List<VarHandle> embedded() {
        return embedded;
    }

    /** A new instance; what its constructor throws is thrown on. */
    Object instantiate() {
        try {
            if (constructor == null) {
                constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
            }
            return constructor.newInstance();
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(type.getName() + " cannot be placed", failure);
        }
    }

    private static List<VarHandle> findEmbedded(Class<?> type) {
        List<VarHandle> found = new ArrayList<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            found.addAll(findEmbedded(type.getSuperclass()));
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Embedded.class)) {
                try {
                    field.setAccessible(true);
                    found.add(MethodHandles.privateLookupIn(type, MethodHandles.lookup()).unreflectVarHandle(field));
                } catch (IllegalAccessException failure) {
                    throw new IllegalArgumentException(field + " cannot be read", failure);
                }
            }
        }
        return List.copyOf(found);
    }
}
