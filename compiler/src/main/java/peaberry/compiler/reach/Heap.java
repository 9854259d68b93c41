package peaberry.compiler.reach;

import java.lang.constant.ClassDesc;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.World;

/** Reads the objects that the static initialisers made on the build JVM. */
public final class Heap {

    private final World world;
    private final Map<JavaField, Field> accessible = new HashMap<>();

    Heap(World world) {
        this.world = world;
    }

    /** The exact type of an object; empty if it has no name, as the JVM's own lambda classes. */
    public Optional<ClassDesc> type(Object object) {
        return object.getClass().describeConstable();
    }

    /** The value of a static field, boxed if it is primitive; of an unboxed record its component. */
    public Object value(JavaField field) {
        return read(field, null);
    }

    /** The value of an instance field, as above. */
    public Object value(JavaField field, Object owner) {
        if (!field.owner().ofJdk()) {
            return read(field, owner);
        }
        if (owner instanceof Enum<?> constant) {
            return field.name().equals("name") ? constant.name() : (Object) constant.ordinal();
        }
        return owner;
    }

    /** An element of an array, as above. */
    public Object element(Object array, int index) {
        Object element = Array.get(array, index);
        ClassDesc type = type(array).orElseThrow().componentType();
        return world.representation(type).unboxed() ? component(type, element) : element;
    }

    private Object read(JavaField field, Object owner) {
        try {
            Field accessor = accessible.get(field);
            if (accessor == null) {
                accessor = world.initialise(field.owner()).getDeclaredField(field.name());
                if (!field.owner().ofJdk()) {
                    accessor.setAccessible(true);
                }
                accessible.put(field, accessor);
            }
            Object value = accessor.get(owner);
            return world.representation(field.type()).unboxed() ? component(field.type(), value) : value;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(field + " cannot be read", failure);
        }
    }

    private Object component(ClassDesc type, Object record) {
        JavaClass declared = world.get(type);
        return record == null ? Integer.valueOf(0) : read(World.component(declared), record);
    }
}
