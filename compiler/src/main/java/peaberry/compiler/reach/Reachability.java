package peaberry.compiler.reach;

import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/**
 * The closed world: which methods, static fields and classes with objects the roots can reach (rapid type analysis).
 * Reaching a static field runs its class's initialiser on the build JVM; the objects found there reach further classes,
 * until nothing new is found.
 */
public final class Reachability {

    /** A call whose target depends on the receiver's class. */
    private record VirtualCall(JavaClass receiver, JavaMethod declared) {
    }

    private final World world;
    private final Refusals refusals;
    private final Heap heap;
    private final CodeScan scan;
    private final Set<JavaMethod> methods = new LinkedHashSet<>();
    private final Set<JavaMethod> intrinsics = new LinkedHashSet<>();
    private final Set<JavaClass> classes = new LinkedHashSet<>();
    private final Map<JavaClass, Place> placed = new LinkedHashMap<>();
    private final Set<ClassDesc> instantiated = new LinkedHashSet<>();
    private final Map<VirtualCall, Place> virtualCalls = new LinkedHashMap<>();
    private final Map<JavaField, Place> staticFields = new LinkedHashMap<>();
    private final Set<JavaField> writtenStatics = new HashSet<>();
    private final Set<JavaField> readFields = new LinkedHashSet<>();
    private final Set<String> literals = new LinkedHashSet<>();
    private final Map<JavaMethod, JavaMethod> implementations = new HashMap<>();
    private final ArrayDeque<JavaMethod> work = new ArrayDeque<>();
    private Snapshot snapshot;

    public Reachability(World world, Refusals refusals) {
        this.world = world;
        this.refusals = refusals;
        heap = new Heap(world);
        scan = new CodeScan(world, this, refusals);
    }

    /** Finds all that {@code roots} reach. */
    public void run(Collection<JavaMethod> roots) {
        roots.forEach(root -> reach(root, null));
        int before;
        do {
            drain();
            before = methods.size() + instantiated.size() + staticFields.size() + readFields.size() + classes.size();
            takeSnapshot();
            drain();
        } while (before
            != methods.size() + instantiated.size() + staticFields.size() + readFields.size() + classes.size());
        takeSnapshot();
        refuseProblems();
    }

    /** The methods to be translated, in the order in which they were found. */
    public Set<JavaMethod> methods() {
        return methods;
    }

    public Set<JavaMethod> intrinsics() {
        return intrinsics;
    }

    /** Every class with a reached method or static field, or with objects. */
    public Set<JavaClass> classes() {
        return classes;
    }

    /** The classes that are named where objects are placed, and those embedded in them. */
    public Set<JavaClass> placed() {
        return placed.keySet();
    }

    /** Where objects of the class are placed; null if they are not. */
    Place placedAt(JavaClass type) {
        return placed.get(type);
    }

    public Set<JavaField> staticFields() {
        return staticFields.keySet();
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Heap heap() {
        return heap;
    }

    public ClassNumbers numbers() {
        return new ClassNumbers(world, instantiated);
    }

    /** What is translated in the place of {@code method}. */
    public JavaMethod implementation(JavaMethod method) {
        return implementations.computeIfAbsent(method, each -> JdkProfile.implementation(world, each));
    }

    /** A method is called at {@code from}, on exactly that target. */
    void reach(JavaMethod declared, Place from) {
        if (Provided.of(declared) != null) {
            return;
        }
        JavaMethod method = implementation(declared);
        if (methods.contains(method) || intrinsics.contains(method)) {
            return;
        }
        refusals.reached(method, from);
        touch(method.owner());
        if (method.intrinsic()) {
            intrinsics.add(method);
            return;
        }
        String refused = refuse(method);
        if (refused != null) {
            refusals.add(from, refused);
            return;
        }
        methods.add(method);
        work.add(method);
        if (method.isStatic() || method.isConstructor()) {
            initialise(method.owner(), from);
        }
    }

    private static String refuse(JavaMethod method) {
        if (method.owner().ofJdk() && !JdkProfile.allows(method)) {
            return "a call of " + method + ", which the native profile does not have";
        }
        if (method.isNative() || !method.hasCode()) {
            return "a call of " + method + ", which has no code";
        }
        return method.isSynchronized() ? "a call of the synchronized method " + method : null;
    }

    /** A method is called on an object of some class at or below {@code receiver}. */
    void callVirtual(JavaClass receiver, JavaMethod declared, Place from) {
        VirtualCall call = new VirtualCall(receiver, declared);
        if (virtualCalls.putIfAbsent(call, from) != null) {
            return;
        }
        for (ClassDesc type : List.copyOf(instantiated)) {
            dispatch(call, type, from);
        }
    }

    private void dispatch(VirtualCall call, ClassDesc type, Place from) {
        JavaClass exact = world.get(type);
        if (World.isSubclass(exact, call.receiver)) {
            JavaMethod target = world.select(exact, call.declared);
            if (target != null) {
                reach(target, from);
            }
        }
    }

    /** There are objects of exactly {@code type}. */
    void instantiate(ClassDesc type) {
        if (!instantiated.add(type)) {
            return;
        }
        if (!type.isArray()) {
            touch(world.get(type));
        }
        List.copyOf(virtualCalls.entrySet()).forEach(call -> dispatch(call.getKey(), type, call.getValue()));
    }

    /** Objects of {@code type} are made at addresses of the program's choice, or embedded in such. */
    void place(JavaClass type, Place from) {
        placed.putIfAbsent(type, from);
        if (instantiated.contains(type.type())) {
            return;
        }
        instantiate(type.type());
        embedded(type).forEach(field -> place(world.get(field.type()), from));
    }

    /** Objects of {@code type} are looked up at addresses, or their size is asked for. */
    void nameInPlacement(JavaClass type, Place from) {
        placed.putIfAbsent(type, from);
    }

    private static List<JavaField> embedded(JavaClass type) {
        List<JavaField> found = new ArrayList<>();
        for (JavaClass each = type; each != null; each = each.superclass()) {
            each.fields().stream().filter(JavaField::embedded).forEach(found::add);
        }
        return found;
    }

    void useStatic(JavaField field, Place from) {
        if (staticFields.containsKey(field)) {
            return;
        }
        if (initialise(field.owner(), from)) {
            staticFields.put(field, from);
            touch(field.owner());
        }
    }

    /** Runs the class's static initialiser, if it has not yet run, as the JVM would here. Answers whether it ended. */
    boolean initialise(JavaClass type, Place from) {
        if (type.ofJdk()) {
            return true;
        }
        try {
            world.initialise(type);
            return true;
        } catch (ClassNotFoundException | LinkageError failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            String line = Stream.of(cause.getStackTrace()).findFirst().map(frame -> " at " + frame).orElse("");
            refusals.add(from, "the class " + type + ", whose static initialiser failed: " + cause + line);
            return false;
        }
    }

    void writeStatic(JavaField field) {
        writtenStatics.add(field);
    }

    /** Whether the program writes the static field, apart from static initialisers. */
    boolean writesStatic(JavaField field) {
        return writtenStatics.contains(field);
    }

    void readField(JavaField field) {
        readFields.add(field);
    }

    void useLiteral(String text) {
        literals.add(text.intern());
    }

    private void touch(JavaClass type) {
        if (classes.add(type)) {
            type.methods().stream().filter(method -> method.entryPoint() != null)
                .sorted(Comparator.comparing(JavaMethod::signature)).forEach(method -> reach(method, null));
        }
    }

    private void drain() {
        while (!work.isEmpty()) {
            scan.run(work.remove());
        }
    }

    private void takeSnapshot() {
        snapshot = Snapshot.take(world, heap, staticFields.keySet(), literals, readFields::contains, new HashMap<>());
        snapshot.types().forEach(this::instantiate);
        snapshot.objects().stream().map(snapshot::container).filter(container -> container != null)
            .map(container -> container.field().type()).distinct()
            .forEach(type -> placed.putIfAbsent(world.get(type), null));
    }

    private void refuseProblems() {
        Map<String, String> problems = new LinkedHashMap<>();
        Snapshot.take(world, heap, staticFields.keySet(), literals, readFields::contains, problems);
        problems.forEach((path, problem) -> {
            Place place = staticFields.entrySet().stream()
                .filter(entry -> path.equals(entry.getKey().toString())
                    || path.startsWith(entry.getKey() + ".") || path.startsWith(entry.getKey() + "["))
                .map(Map.Entry::getValue).findFirst().orElse(null);
            refusals.add(place, problem + " in the image, by way of " + path);
        });
    }
}
