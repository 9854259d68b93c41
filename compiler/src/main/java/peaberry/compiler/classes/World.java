package peaberry.compiler.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All classes that the program can name: their declarations, their relations, and their counterparts on the build JVM. */
public final class World {

    private static final String OBJECT = "java/lang/Object";

    private final ClassFiles files;
    private final BuildLoader loader;
    private final Map<String, JavaClass> classes = new HashMap<>();
    private final Map<ClassDesc, Representation> representations = new HashMap<>();

    public World(ClassFiles files) {
        this.files = files;
        loader = new BuildLoader(files);
    }

    /** The class of that name with slashes, or null if there is none. */
    public JavaClass find(String name) {
        JavaClass known = classes.get(name);
        if (known != null || classes.containsKey(name)) {
            return known;
        }
        ClassFiles.Found found = files.find(name);
        JavaClass made = null;
        if (found != null) {
            ClassModel model = ClassFile.of().parse(found.bytes());
            JavaClass superclass = model.superclass().map(entry -> above(name, entry)).orElse(null);
            List<JavaClass> interfaces = model.interfaces().stream().map(entry -> above(name, entry)).toList();
            made = new JavaClass(model, found.origin(), superclass, interfaces);
        }
        classes.put(name, made);
        return made;
    }

    private JavaClass above(String name, ClassEntry entry) {
        JavaClass found = find(entry.asInternalName());
        if (found == null) {
            throw new IllegalArgumentException("class " + entry.asInternalName().replace('/', '.')
                + ", which is above " + name.replace('/', '.') + ", is not on the class path");
        }
        return found;
    }

    /** As {@link #find}, of a class that must exist. */
    public JavaClass get(String name) {
        JavaClass found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("class " + name.replace('/', '.') + " is not on the class path");
        }
        return found;
    }

    /** The class that declares the members of {@code type}: {@code Object} for an array. */
    public JavaClass get(ClassDesc type) {
        return get(type.isArray() ? OBJECT : internalName(type));
    }

    public static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /** The class on the build JVM, initialised. */
    public Class<?> initialise(JavaClass type) throws ClassNotFoundException {
        return Class.forName(type.binaryName(), true, loader);
    }

    /** The classes of the class path that static initialisers brought into the build JVM, by name. */
    public List<JavaClass> loaded() {
        return loader.loaded().stream().map(this::get).toList();
    }

    /** The field that a reference to {@code owner.name} means (Java Virtual Machine Specification 5.4.3.2), or null. */
    public JavaField field(JavaClass owner, String name) {
        for (JavaClass type = owner; type != null; type = type.superclass()) {
            if (type.field(name) != null) {
                return type.field(name);
            }
            for (JavaClass each : type.interfaces()) {
                JavaField inherited = field(each, name);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    /** The method that a reference to {@code owner.signature} means (specification 5.4.3.3), or null. */
    public JavaMethod method(JavaClass owner, String signature) {
        for (JavaClass type = owner; type != null; type = type.superclass()) {
            if (type.method(signature) != null) {
                return type.method(signature);
            }
        }
        return interfaceMethod(owner, signature);
    }

    /** What runs when {@code declared} is called on an object of exactly {@code receiver}; null if nothing is defined. */
    public JavaMethod select(JavaClass receiver, JavaMethod declared) {
        if (declared.isPrivate()) {
            return declared;
        }
        for (JavaClass type = receiver; type != null; type = type.superclass()) {
            JavaMethod own = type.method(declared.signature());
            if (own != null && !own.isStatic() && !own.isPrivate() && overrides(own, declared)) {
                return own.isAbstract() ? null : own;
            }
        }
        JavaMethod inherited = interfaceMethod(receiver, declared.signature());
        return inherited == null || inherited.isAbstract() ? null : inherited;
    }

    private static boolean overrides(JavaMethod own, JavaMethod declared) {
        return own == declared || !declared.packagePrivate()
            || own.owner().packageName().equals(declared.owner().packageName());
    }

    private JavaMethod interfaceMethod(JavaClass owner, String signature) {
        JavaMethod best = null;
        for (JavaClass each : superinterfaces(owner)) {
            JavaMethod candidate = each.method(signature);
            if (candidate == null || candidate.isStatic() || candidate.isPrivate()) {
                continue;
            }
            boolean better = best == null || isSubclass(each, best.owner())
                || best.isAbstract() && !candidate.isAbstract() && !isSubclass(best.owner(), each);
            if (better) {
                best = candidate;
            }
        }
        return best;
    }

    private static Set<JavaClass> superinterfaces(JavaClass owner) {
        Set<JavaClass> all = new LinkedHashSet<>();
        for (JavaClass type = owner; type != null; type = type.superclass()) {
            collect(type, all);
        }
        return all;
    }

    private static void collect(JavaClass type, Set<JavaClass> all) {
        for (JavaClass each : type.interfaces()) {
            if (all.add(each)) {
                collect(each, all);
            }
        }
    }

    /** Whether {@code type} is {@code of} or below it. */
    public static boolean isSubclass(JavaClass type, JavaClass of) {
        for (JavaClass each = type; each != null; each = each.superclass()) {
            if (each == of) {
                return true;
            }
        }
        return of.isInterface() && superinterfaces(type).contains(of) || of.name().equals(OBJECT);
    }

    /** Whether each object of {@code type} is one of {@code to}. Arrays of unboxed records are {@code Object}s only. */
    public boolean assignable(ClassDesc type, ClassDesc to) {
        if (type.equals(to) || to.equals(ConstantDescs.CD_Object)) {
            return true;
        }
        if (type.isArray()) {
            if (!to.isArray()) {
                return to.equals(ClassDesc.of("java.lang.Cloneable")) || to.equals(ClassDesc.of("java.io.Serializable"));
            }
            ClassDesc element = type.componentType();
            ClassDesc toElement = to.componentType();
            boolean references = representation(element).reference() && representation(toElement).reference();
            return references && assignable(element, toElement);
        }
        return !to.isArray() && !type.isPrimitive() && !to.isPrimitive()
            && isSubclass(get(internalName(type)), get(internalName(to)));
    }

    /**
     * Whether Java takes a {@code type}, an array of an unboxed record or of such arrays, for a {@code to}, an array of
     * objects: native code cannot, for it would find numbers where it looks for references.
     */
    public boolean unboxedAsObjects(ClassDesc type, ClassDesc to) {
        ClassDesc element = type;
        ClassDesc wanted = to;
        while (element.isArray() && wanted.isArray()) {
            element = element.componentType();
            wanted = wanted.componentType();
        }
        return to.isArray() && representation(element).unboxed() && wanted.isClassOrInterface()
            && representation(wanted).reference() && isSubclass(get(element), get(wanted));
    }

    /** How values of {@code type} are held. */
    public Representation representation(ClassDesc type) {
        return representations.computeIfAbsent(type, each -> {
            if (each.isPrimitive()) {
                return new Representation(each, each);
            }
            JavaClass declared = each.isArray() ? null : find(internalName(each));
            boolean unboxed = declared != null && declared.unboxed();
            return new Representation(each, unboxed ? component(declared).type() : null);
        });
    }

    /** The one instance field of an unboxed record. */
    public static JavaField component(JavaClass unboxed) {
        return unboxed.fields().stream().filter(field -> !field.isStatic()).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unboxed + " is @Unboxed and has no component"));
    }
}
