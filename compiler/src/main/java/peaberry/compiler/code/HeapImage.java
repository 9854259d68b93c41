package peaberry.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.ClassNumbers;
import peaberry.compiler.reach.EnumValues;
import peaberry.compiler.reach.Heap;
import peaberry.compiler.reach.Layouts;
import peaberry.compiler.reach.Reachability;
import peaberry.compiler.reach.Snapshot;

/** The snapshot's objects and the static fields as LLVM globals. */
final class HeapImage {

    /** Zero arrays of at least this many bytes take no room in the file; their headers are written at the start. */
    private static final int LARGE = 4096;

    private final World world;
    private final Heap heap;
    private final Layouts layouts;
    private final ClassNumbers numbers;
    private final Snapshot snapshot;
    private final Reachability reachability;
    private final Map<Object, String> names = new IdentityHashMap<>();
    /** By class: its object, if there is one only and the program makes none. */
    private final Map<ClassDesc, Object> onlyObjects = new HashMap<>();
    private final Set<Object> enumValues = Collections.newSetFromMap(new IdentityHashMap<>());

    HeapImage(World world, Reachability reachability, Layouts layouts, ClassNumbers numbers) {
        this.world = world;
        this.reachability = reachability;
        this.layouts = layouts;
        this.numbers = numbers;
        heap = reachability.heap();
        snapshot = reachability.snapshot();
        for (int i = 0; i < snapshot.objects().size(); i++) {
            String type = snapshot.types().get(i).displayName();
            names.put(snapshot.objects().get(i), "@\"object." + i + "." + type + "\"");
        }
        findOnlyObjects();
        reachability.staticFields().stream().filter(EnumValues::holds).map(heap::value).forEach(enumValues::add);
    }

    private void findOnlyObjects() {
        Map<ClassDesc, List<Object>> byType = new HashMap<>();
        for (int i = 0; i < snapshot.objects().size(); i++) {
            byType.computeIfAbsent(snapshot.types().get(i), _ -> new ArrayList<>()).add(snapshot.objects().get(i));
        }
        byType.forEach((type, objects) -> {
            boolean placed = !type.isArray() && reachability.placed().contains(world.get(type));
            if (objects.size() == 1 && !placed) {
                onlyObjects.put(type, objects.getFirst());
            }
        });
    }

    /** The operand for a reference to an object of the build JVM. */
    String address(Object object) {
        if (object == null) {
            return "null";
        }
        Snapshot.Container container = snapshot.container(object);
        if (container == null) {
            String name = names.get(object);
            return name == null ? "null" : name;
        }
        return "getelementptr (i8, ptr " + address(container.owner()) + ", i64 " + layouts.offset(container.field())
            + ")";
    }

    /** The operand for a string constant. */
    Value literal(String text) {
        return Value.exact(ClassDesc.of("java.lang.String"), address(text.intern()), text.length());
    }

    /** The value of a static field that never changes. */
    Value constant(JavaField field) {
        return constant(field, heap.value(field));
    }

    /**
     * The value of an instance field that is the same whatever the object: it never changes, and there is one object only
     * and never another. Null if that is not so.
     */
    Value constantOfAll(JavaField field) {
        boolean changes = !field.isFinal() || field.owner().ofJdk() || !field.owner().isFinal();
        Object only = changes ? null : onlyObjects.get(field.owner().type());
        return only == null ? null : constant(field, heap.value(field, only));
    }

    private Value constant(JavaField field, Object value) {
        Representation held = world.representation(field.type());
        if (!held.reference()) {
            return Value.of(held, Long.toString(number(value)));
        }
        if (value == null) {
            return Value.NULL;
        }
        ClassDesc type = heap.type(value).orElseThrow();
        return EnumValues.holdsSwitchTable(field) ? Value.switchTable(type, address(value), (int[]) value)
            : Value.exact(type, address(value), length(value));
    }

    static String global(JavaField field) {
        return "@\"" + field + "\"";
    }

    /** All globals, and the function that writes the headers of large arrays. */
    String text(String attributes) {
        StringBuilder text = new StringBuilder();
        for (JavaField field : reachability.staticFields()) {
            Representation held = world.representation(field.type());
            if (!field.isFinal()) {
                text.append(global(field)).append(" = internal global ").append(held.memory()).append(' ')
                    .append(operand(held, heap.value(field))).append('\n');
            }
        }
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < snapshot.objects().size(); i++) {
            Object object = snapshot.objects().get(i);
            if (snapshot.container(object) == null) {
                write(text, headers, object, snapshot.types().get(i));
            }
        }
        text.append("\ndefine void @peaberry_init_headers() ").append(attributes).append(" {\n").append(headers)
            .append("  ret void\n}\n\n");
        return text.toString();
    }

    private void write(StringBuilder text, StringBuilder headers, Object object, ClassDesc type) {
        boolean frozen = object instanceof String || enumValues.contains(object)
            || !type.isArray() && immutable(world.get(type));
        text.append(names.get(object)).append(" = internal ").append(frozen ? "constant " : "global ");
        if (isLargeAndZero(object, type)) {
            int bytes = length(object) * world.representation(type.componentType()).bytes();
            text.append("<{ i32, i32, [").append(bytes).append(" x i8] }> zeroinitializer, align 8\n");
            headers.append("  store i32 ").append(numbers.id(type)).append(", ptr ").append(names.get(object))
                .append("\n  store i32 ").append(length(object)).append(", ptr getelementptr (i8, ptr ")
                .append(names.get(object)).append(", i64 ").append(Layouts.LENGTH).append(")\n");
            return;
        }
        List<String> types = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add(types, values, "i32", Integer.toString(numbers.id(type)));
        add(types, values, "i32", Integer.toString(Math.max(0, length(object))));
        if (object instanceof String string) {
            add(types, values, "[" + string.length() + " x i16]", characters(string));
        } else if (type.isArray()) {
            Representation element = world.representation(type.componentType());
            add(types, values, "[" + length(object) + " x " + element.memory() + "]", elements(object, element));
        } else {
            fields(types, values, object, world.get(type));
        }
        text.append("<{ ").append(String.join(", ", types)).append(" }> <{ ").append(String.join(", ", values))
            .append(" }>, align 8\n");
    }

    private static void add(List<String> types, List<String> values, String type, String value) {
        types.add(type);
        values.add(type + " " + value);
    }

    private void fields(List<String> types, List<String> values, Object object, JavaClass type) {
        Layouts.Layout layout = layouts.of(type);
        TreeMap<Integer, JavaField> ordered = new TreeMap<>();
        layout.offsets().forEach((field, offset) -> ordered.put(offset, field));
        int end = Layouts.HEADER;
        for (Map.Entry<Integer, JavaField> entry : ordered.entrySet()) {
            JavaField field = entry.getValue();
            pad(types, values, entry.getKey() - end);
            Object value = heap.value(field, object);
            if (field.embedded()) {
                JavaClass inner = world.get(field.type());
                add(types, values, "i32", Integer.toString(numbers.id(inner.type())));
                add(types, values, "i32", "0");
                fields(types, values, value, inner);
                end = entry.getKey() + layouts.of(inner).size();
            } else {
                Representation held = world.representation(field.type());
                add(types, values, held.memory(), operand(held, value));
                end = entry.getKey() + held.bytes();
            }
        }
        pad(types, values, layout.size() - end);
    }

    private static void pad(List<String> types, List<String> values, int bytes) {
        if (bytes > 0) {
            add(types, values, "[" + bytes + " x i8]", "zeroinitializer");
        }
    }

    private String operand(Representation held, Object value) {
        return held.reference() ? address(value) : Long.toString(number(value));
    }

    private static String characters(String string) {
        if (string.isEmpty()) {
            return "zeroinitializer";
        }
        List<String> all = new ArrayList<>();
        string.chars().forEach(unit -> all.add("i16 " + unit));
        return "[" + String.join(", ", all) + "]";
    }

    private String elements(Object array, Representation element) {
        if (isZero(array, element)) {
            return "zeroinitializer";
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            all.add(element.memory() + " " + operand(element, heap.element(array, i)));
        }
        return "[" + String.join(", ", all) + "]";
    }

    private boolean isLargeAndZero(Object object, ClassDesc type) {
        if (!type.isArray()) {
            return false;
        }
        Representation element = world.representation(type.componentType());
        return (long) length(object) * element.bytes() >= LARGE && isZero(object, element);
    }

    private boolean isZero(Object array, Representation held) {
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = heap.element(array, i);
            boolean zero = held.reference() ? address(element).equals("null") : number(element) == 0;
            if (!zero) {
                return false;
            }
        }
        return true;
    }

    private boolean immutable(JavaClass type) {
        return layouts.of(type).offsets().keySet().stream().allMatch(field -> field.owner().ofJdk()
            || field.isFinal() && (!field.embedded() || immutable(world.get(field.type()))));
    }

    /** The length of an array or string, else -1. */
    private static int length(Object object) {
        return object instanceof String string ? string.length()
            : object.getClass().isArray() ? Array.getLength(object) : -1;
    }

    private static long number(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Character unit -> unit;
            case Number number -> number.longValue();
            default -> throw new IllegalArgumentException("no number: " + value.getClass());
        };
    }
}
