package peaberry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** The class files of a program that somebody has: of a jar, of a folder, or a class file with those of the classes within it. */
final class SandboxProgram {

    /** The module that they become. */
    static final String MODULE = "sandboxed";
    private static final String CLASS = ".class";
    private static final String DESCRIPTOR = "module-info.class";
    /** Begins in place of a class without a package, which a declaration cannot name. */
    private static final String STARTER = "sandboxed.Start";
    private static final MethodTypeDesc MAIN = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());

    /** By their names, with {@code /} in them. */
    private final Map<String, byte[]> classes = new TreeMap<>();
    private final String mainClass;

    /** @param main the class that it begins with, or null if it says itself */
    SandboxProgram(Path program, String main) throws Failure, IOException {
        String said = null;
        if (Files.isDirectory(program)) {
            readFolder(program);
        } else if (program.toString().endsWith(CLASS)) {
            said = readClass(program);
        } else {
            said = readJar(program);
        }
        String chosen = main != null ? main : said != null ? said : onlyMain(program);
        if (!hasMain(chosen)) {
            throw new Failure(program + " has no class " + chosen + " with public static void main(String[])");
        }
        mainClass = chosen.indexOf('.') >= 0 ? chosen : STARTER;
        if (mainClass.equals(STARTER)) {
            classes.put(STARTER.replace('.', '/') + CLASS, starter(chosen));
        }
        classes.put(DESCRIPTOR, ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(MODULE), module -> module.requires(ModuleDesc.of("java.base"), 0, null))));
    }

    String mainClass() {
        return mainClass;
    }

    Map<String, byte[]> classes() {
        return classes;
    }

    private void put(String name, byte[] content) {
        if (name.endsWith(CLASS) && !name.endsWith(DESCRIPTOR) && !name.startsWith("META-INF/")) {
            classes.put(name, content);
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(CLASS)).toList()) {
                put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** @return its name */
    private String readClass(Path file) throws IOException {
        String name = parse(Files.readAllBytes(file)).thisClass().asInternalName();
        String simple = name.substring(name.lastIndexOf('/') + 1);
        String folder = name.substring(0, name.length() - simple.length());
        Path beside = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(beside)) {
            for (Path each : files.filter(other -> other.getFileName().toString().startsWith(simple + "$") || other.getFileName().toString().equals(simple + CLASS)).toList()) {
                put(folder + each.getFileName(), Files.readAllBytes(each));
            }
        }
        return name.replace('/', '.');
    }

    /** @return its main class, or null if its manifest names none */
    private String readJar(Path jar) throws Failure, IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements();) {
                JarEntry entry = entries.nextElement();
                try (InputStream content = file.getInputStream(entry)) {
                    put(entry.getName(), content.readAllBytes());
                }
            }
            return file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (ZipException broken) {
            throw new Failure(jar + " is neither a jar nor a folder of class files nor a class file", broken);
        }
    }

    private static ClassModel parse(byte[] content) {
        return ClassFile.of().parse(content);
    }

    private boolean hasMain(String name) {
        byte[] content = classes.get(name.replace('.', '/') + CLASS);
        return content != null && hasMain(content);
    }

    private static boolean hasMain(byte[] content) {
        return parse(content).methods().stream().anyMatch(method -> method.methodName().equalsString("main") && method.methodTypeSymbol().equals(MAIN)
                && method.flags().has(AccessFlag.STATIC));
    }

    private String onlyMain(Path program) throws Failure {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            if (hasMain(each.getValue())) {
                names.add(each.getKey().substring(0, each.getKey().length() - CLASS.length()).replace('/', '.'));
            }
        }
        if (names.size() != 1) {
            throw new Failure(program + " does not say which class it begins with; say it by --main" + (names.isEmpty() ? "" : ": it has " + String.join(", ", names)));
        }
        return names.getFirst();
    }

    private static byte[] starter(String main) {
        return ClassFile.of().build(ClassDesc.of(STARTER), type -> type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                .withMethodBody("main", MAIN, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code.aload(0).invokestatic(ClassDesc.of(main), "main", MAIN).return_()));
    }
}
