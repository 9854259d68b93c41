package peaberry.compiler.code;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.ClassNumbers;
import peaberry.compiler.reach.Layouts;
import peaberry.compiler.reach.Reachability;
import peaberry.compiler.reach.Refusals;
import peaberry.compiler.reach.Refusals.Place;

/** What the translation of all methods shares. */
public final class Program {

    /** Displacements of the trap instructions: {@code peaberry.abi.JavaTrap}. */
    private static final int FIRST_SITE = 0x1000;
    private static final int SITE_STEP = 16;

    private final World world;
    private final Reachability reachability;
    private final Refusals refusals;
    private final Layouts layouts;
    private final ClassNumbers numbers;
    private final HeapImage heap;
    private final DebugInfo debug;
    private final Map<JavaMethod, String> names = new HashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<JavaMethod, Map<JavaMethod, Place>> calls = new LinkedHashMap<>();
    private boolean copiesArrays;
    private int sites;

    public Program(World world, Reachability reachability, Refusals refusals, Layouts layouts, DebugInfo debug) {
        this.world = world;
        this.reachability = reachability;
        this.refusals = refusals;
        this.layouts = layouts;
        this.debug = debug;
        numbers = reachability.numbers();
        heap = new HeapImage(world, reachability, layouts, numbers);
        reachability.methods().forEach(this::name);
    }

    World world() {
        return world;
    }

    Reachability reachability() {
        return reachability;
    }

    Refusals refusals() {
        return refusals;
    }

    Layouts layouts() {
        return layouts;
    }

    ClassNumbers numbers() {
        return numbers;
    }

    HeapImage heap() {
        return heap;
    }

    DebugInfo debug() {
        return debug;
    }

    /** The method's symbol in the image. */
    public String name(JavaMethod method) {
        String known = names.get(method);
        if (known == null) {
            known = taken.add(method.toString()) ? method.toString()
                : method.qualifiedName() + method.type().descriptorString();
            taken.add(known);
            names.put(method, known);
        }
        return known;
    }

    /** Who calls whom, in the source, and where first. */
    public Map<JavaMethod, Map<JavaMethod, Place>> calls() {
        return calls;
    }

    void recordCall(Place place, JavaMethod target) {
        calls.computeIfAbsent(place.method(), _ -> new LinkedHashMap<>()).putIfAbsent(target, place);
    }

    /** The displacement of a new trap instruction. */
    int newSite(Trap trap) {
        return FIRST_SITE + SITE_STEP * sites++ + trap.ordinal();
    }

    void copyArrays() {
        copiesArrays = true;
    }

    boolean copiesArrays() {
        return copiesArrays;
    }
}
