package peaberry.tests;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What other modules can use of a package, read from its class files. */
final class PublicSignatures {

    private PublicSignatures() {}

    /** Each public type with its kind and its public and protected members. */
    static Map<String, Set<String>> of(Path classes) throws IOException {
        Map<String, Set<String>> signatures = new HashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> types = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class")).toList();
            for (Path file : types) {
                ClassModel type = ClassFile.of().parse(file);
                if (type.flags().has(AccessFlag.PUBLIC)) {
                    signatures.put(type.thisClass().asInternalName(), members(type));
                }
            }
        }
        return signatures;
    }

    private static Set<String> members(ClassModel type) {
        Set<String> members = new TreeSet<>();
        members.add("extends " + type.superclass().map(name -> name.asInternalName()).orElse(""));
        type.interfaces().forEach(name -> members.add("implements " + name.asInternalName()));
        for (MethodModel method : type.methods()) {
            if (isVisible(method.flags().flags())) {
                members.add(modifiers(method.flags().flags()) + method.methodName() + method.methodType());
            }
        }
        for (FieldModel field : type.fields()) {
            if (isVisible(field.flags().flags())) {
                members.add(modifiers(field.flags().flags()) + field.fieldName() + " " + field.fieldType());
            }
        }
        return members;
    }

    private static boolean isVisible(Set<AccessFlag> flags) {
        boolean open = flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED);
        return open && !flags.contains(AccessFlag.SYNTHETIC);
    }

    private static String modifiers(Set<AccessFlag> flags) {
        return flags.contains(AccessFlag.STATIC) ? "static " : "";
    }
}
