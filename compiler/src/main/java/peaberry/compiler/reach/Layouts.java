package peaberry.compiler.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.World;

/**
 * Where the fields of objects are. An object is a header {i32 class id, i32 array length}, the superclass's fields, then
 * the class's own by descending size, then what it reserves; embedded objects count as of size 8 and have headers of
 * their own.
 */
public final class Layouts {

    /** Bytes of the header. */
    public static final int HEADER = 8;
    /** Where in it an array or string has its length. */
    public static final int LENGTH = 4;

    /**
     * One class's objects.
     *
     * @param offsets bytes from the object's start, of the superclass's fields first
     * @param end     bytes up to the end of the last field and of what is reserved behind it
     */
    public record Layout(Map<JavaField, Integer> offsets, int end) {

        public int offset(JavaField field) {
            return offsets.get(field);
        }

        /** Bytes of an object, a multiple of 8. */
        public int size() {
            return align(end, 8);
        }
    }

    private final World world;
    private final Map<JavaClass, Layout> layouts = new HashMap<>();

    public Layouts(World world) {
        this.world = world;
    }

    public Layout of(JavaClass type) {
        Layout known = layouts.get(type);
        if (known == null) {
            known = make(type);
            layouts.put(type, known);
        }
        return known;
    }

    public int offset(JavaField field) {
        return of(field.owner()).offset(field);
    }

    /** Whether objects have the field: the JDK's have few of theirs. */
    public boolean holds(JavaField field) {
        return of(field.owner()).offsets.containsKey(field);
    }

    private Layout make(JavaClass type) {
        Layout above = type.superclass() == null ? new Layout(Map.of(), HEADER) : of(type.superclass());
        Map<JavaField, Integer> offsets = new LinkedHashMap<>(above.offsets);
        int end = above.end;
        List<JavaField> own = new ArrayList<>(type.fields().stream().filter(Layouts::isHeld).toList());
        own.sort((left, right) -> Integer.compare(bytes(right), bytes(left)));
        for (JavaField field : own) {
            int offset = align(end, bytes(field));
            offsets.put(field, offset);
            end = offset + (field.embedded() ? of(world.get(field.type())).size() : bytes(field));
        }
        return new Layout(offsets, end + type.reserved());
    }

    private static boolean isHeld(JavaField field) {
        boolean known = !field.owner().ofJdk() || JdkProfile.hasField(field.owner().name(), field.name());
        return !field.isStatic() && known;
    }

    private int bytes(JavaField field) {
        return field.embedded() ? 8 : world.representation(field.type()).bytes();
    }

    private static int align(int value, int alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }
}
