package peaberry.compiler.reach;

import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import peaberry.compiler.classes.ClassFiles;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.library.Enums;
import peaberry.compiler.library.Indices;
import peaberry.compiler.library.Strings;

/** What the native profile has of the JDK: few methods, translated from the JDK's own bytecode, and few classes. */
final class JdkProfile {

    private static final String NUMBERS = "ZBCSIJV";
    private static final Set<String> ARITHMETIC = Set.of("java/lang/Math", "java/lang/Integer", "java/lang/Long",
        "java/lang/Short", "java/lang/Byte", "java/lang/Character", "java/lang/Boolean");
    private static final Set<String> BOXES = Set.of("java/lang/Integer", "java/lang/Long",
        "java/lang/Short", "java/lang/Byte", "java/lang/Character", "java/lang/Boolean");
    private static final Set<String> OTHERS = Set.of(
        "java/lang/Object.equals(Ljava/lang/Object;)Z",
        "java/lang/Enum.ordinal()I",
        "java/lang/Enum.name()Ljava/lang/String;",
        "java/lang/Enum.toString()Ljava/lang/String;",
        "java/lang/Enum.equals(Ljava/lang/Object;)Z",
        "java/lang/Enum.compareTo(Ljava/lang/Object;)I",
        "java/lang/String.toString()Ljava/lang/String;",
        "java/lang/Number.<init>()V",
        "java/util/Objects.equals(Ljava/lang/Object;Ljava/lang/Object;)Z",
        "java/util/Objects.isNull(Ljava/lang/Object;)Z",
        "java/util/Objects.nonNull(Ljava/lang/Object;)Z",
        "java/util/Objects.checkIndex(II)I",
        "java/util/Objects.hashCode(Ljava/lang/Object;)I");
    /** A static method of the compiler's library, which takes the receiver as its first argument. */
    private record Replacement(Class<?> owner, String signature) {
    }

    private static final Map<String, Replacement> REPLACED = Map.of(
        "java/lang/String.equals(Ljava/lang/Object;)Z",
        new Replacement(Strings.class, "equals(Ljava/lang/String;Ljava/lang/Object;)Z"),
        "java/lang/String.hashCode()I", new Replacement(Strings.class, "hashCode(Ljava/lang/String;)I"),
        "java/util/Objects.checkIndex(II)I", new Replacement(Indices.class, "check(II)I"),
        "java/lang/Enum.compareTo(Ljava/lang/Enum;)I",
        new Replacement(Enums.class, "compareTo(Ljava/lang/Enum;Ljava/lang/Enum;)I"));

    private JdkProfile() {
    }

    /** What is translated in the place of {@code method}: mostly itself. */
    static JavaMethod implementation(World world, JavaMethod method) {
        Replacement replacement = REPLACED.get(method.owner().name() + "." + method.signature());
        return replacement == null ? method
            : world.get(replacement.owner.getName().replace('.', '/')).method(replacement.signature);
    }

    /** Whether a method of the JDK may be translated. */
    static boolean allows(JavaMethod method) {
        String owner = method.owner().name();
        if (owner.startsWith(ClassFiles.LIBRARY) || OTHERS.contains(owner + "." + method.signature())) {
            return true;
        }
        boolean plain = Stream.concat(method.type().parameterList().stream(), Stream.of(method.type().returnType()))
            .map(ClassDesc::descriptorString).allMatch(NUMBERS::contains);
        if (ARITHMETIC.contains(owner)) {
            boolean ofBox = method.name().equals("equals") || method.name().equals("compareTo");
            return plain || ofBox && BOXES.contains(owner);
        }
        return false;
    }

    /** Whether objects of this class of the JDK, or of classes directly below it, can be in an image. */
    static boolean allowsObjects(JavaClass type) {
        return BOXES.contains(type.name()) || Set.of("java/lang/Object", "java/lang/String", "java/lang/Enum",
            "java/lang/Record", "java/lang/Number").contains(type.name());
    }

    /** Whether an instance field of this class of the JDK is part of its objects in an image. */
    static boolean hasField(String owner, String field) {
        return owner.equals("java/lang/Enum") && (field.equals("name") || field.equals("ordinal"))
            || BOXES.contains(owner) && field.equals("value");
    }
}
