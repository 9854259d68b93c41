package peaberry.compiler.reach;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.World;

/**
 * The class ids in object headers: from 1, in preorder of the class tree, then the array types. Only classes that
 * have objects get one. 0 is the id of memory that was never an object.
 */
public final class ClassNumbers {

    private final World world;
    private final Map<ClassDesc, Integer> ids = new LinkedHashMap<>();
    private final Map<ClassDesc, List<ClassDesc>> below = new LinkedHashMap<>();

    ClassNumbers(World world, Collection<ClassDesc> instantiated) {
        this.world = world;
        TreeMap<String, ClassDesc> ordered = new TreeMap<>();
        for (ClassDesc type : instantiated) {
            ordered.put(type.isArray() ? "[" + type.descriptorString() : ancestry(world.get(type)), type);
        }
        ordered.values().stream().filter(type -> !type.isArray()).forEach(this::number);
        ordered.values().stream().filter(ClassDesc::isArray).forEach(this::number);
    }

    /** The id of objects of exactly that type; 0 if there are none. */
    public int id(ClassDesc type) {
        return ids.getOrDefault(type, 0);
    }

    /** The types of objects that are of {@code type} or below it, by ascending id. */
    public List<ClassDesc> below(ClassDesc type) {
        return below.computeIfAbsent(type, each -> {
            List<ClassDesc> found = new ArrayList<>();
            ids.keySet().stream().filter(one -> world.assignable(one, each)).forEach(found::add);
            return found;
        });
    }

    private void number(ClassDesc type) {
        ids.put(type, ids.size() + 1);
    }

    /** The names from {@code Object} down: sorting by it is preorder. */
    private static String ancestry(JavaClass type) {
        String above = type.superclass() == null ? "" : ancestry(type.superclass());
        return above + " " + type.name();
    }
}
