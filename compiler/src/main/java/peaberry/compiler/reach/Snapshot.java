package peaberry.compiler.reach;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.World;

/** The objects of the build JVM that the program can reach, in a fixed order. */
public final class Snapshot {

    /** The owner of an embedded object and the field that it is in. */
    public record Container(Object owner, JavaField field) {
    }

    private final World world;
    private final Heap heap;
    private final Predicate<JavaField> isRead;
    private final Map<Object, String> pathOf = new IdentityHashMap<>();
    private final List<Object> objects = new ArrayList<>();
    private final List<ClassDesc> types = new ArrayList<>();
    private final Map<Object, Container> containers = new IdentityHashMap<>();
    private final Map<String, String> problems;

    private Snapshot(World world, Heap heap, Predicate<JavaField> isRead, Map<String, String> problems) {
        this.world = world;
        this.heap = heap;
        this.isRead = isRead;
        this.problems = problems;
    }

    /**
     * Follows references from static fields and literals, through those instance fields that the program reads.
     *
     * @param problems takes what cannot be in an image: a noun phrase, by the static field that leads to it
     */
    static Snapshot take(World world, Heap heap, Collection<JavaField> roots, Collection<String> literals,
                         Predicate<JavaField> isRead, Map<String, String> problems) {
        Snapshot snapshot = new Snapshot(world, heap, isRead, problems);
        for (JavaField root : roots) {
            if (world.representation(root.type()).reference()) {
                snapshot.add(heap.value(root), root.type(), root.toString());
            }
        }
        literals.forEach(literal -> snapshot.add(literal, ConstantDescs.CD_String, ""));
        for (int i = 0; i < snapshot.objects.size(); i++) {
            snapshot.follow(snapshot.objects.get(i), snapshot.types.get(i));
        }
        return snapshot;
    }

    /** In the order in which they were found. */
    public List<Object> objects() {
        return objects;
    }

    /** The exact types of {@link #objects()}. */
    public List<ClassDesc> types() {
        return types;
    }

    public Container container(Object object) {
        return containers.get(object);
    }

    /** @param declared the type of the variable that holds the object */
    private void add(Object object, ClassDesc declared, String path) {
        if (object == null) {
            return;
        }
        Optional<ClassDesc> type = heap.type(object);
        if (type.isPresent() && world.unboxedAsObjects(type.get(), declared)) {
            problems.putIfAbsent(path, "the array " + type.get().displayName() + " of unboxed records held as "
                + declared.displayName());
        }
        if (pathOf.putIfAbsent(object, path) != null) {
            return;
        }
        String problem = type.isEmpty() ? "a lambda that captures values" : refuse(type.get());
        if (problem != null) {
            problems.putIfAbsent(path, problem);
            return;
        }
        objects.add(object);
        types.add(type.get());
    }

    /** Why an object of {@code type} cannot be in an image, or null. */
    private String refuse(ClassDesc type) {
        if (type.isArray()) {
            ClassDesc element = type.componentType();
            return world.representation(element).floating() ? "an array of floating-point numbers"
                : element.isClassOrInterface() && world.find(World.internalName(element)) == null
                ? "an array of " + element.displayName() : null;
        }
        JavaClass declared = world.find(World.internalName(type));
        if (declared == null) {
            return "an object of class " + World.internalName(type).replace('/', '.');
        }
        if (declared.unboxed()) {
            return "an object of the unboxed class " + declared;
        }
        for (JavaClass each = declared; each != null; each = each.superclass()) {
            if (each.ofJdk() && !JdkProfile.allowsObjects(each)) {
                return "an object of class " + declared + (each == declared ? "" : ", which is a " + each);
            }
        }
        return null;
    }

    private void follow(Object object, ClassDesc type) {
        String path = pathOf.get(object);
        if (type.isArray()) {
            if (world.representation(type.componentType()).reference()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    add(Array.get(object, i), type.componentType(), path + "[" + i + "]");
                }
            }
            return;
        }
        for (JavaClass each = world.get(type); each != null; each = each.superclass()) {
            for (JavaField field : each.fields()) {
                boolean followed = !field.isStatic() && world.representation(field.type()).reference()
                    && (field.embedded() || isRead.test(field)) && !(object instanceof String);
                if (followed) {
                    Object value = heap.value(field, object);
                    add(value, field.type(), path + "." + field.name());
                    if (field.embedded()) {
                        embed(object, field, value, path);
                    }
                }
            }
        }
    }

    private void embed(Object owner, JavaField field, Object value, String path) {
        boolean exact = value != null && heap.type(value).equals(Optional.of(field.type()));
        if (!exact) {
            problems.putIfAbsent(path, "the embedded field " + field + " without an object of exactly its type");
            return;
        }
        Container known = containers.putIfAbsent(value, new Container(owner, field));
        if (known != null && known.owner() != owner) {
            problems.putIfAbsent(path, "the object of the embedded field " + field + ", which is embedded twice");
        }
    }
}
