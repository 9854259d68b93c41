package peaberry.image;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import peaberry.compiler.CompileException;

/** The class that an ordinary Java program begins with: it has {@code public static void main(String[])}. */
final class MainClass {

    private static final MethodTypeDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());

    private MainClass() {
    }

    /** Whether a class is such a one. */
    static boolean is(ClassModel type) {
        return type.methods().stream().anyMatch(method -> method.methodName().equalsString("main") && method.methodTypeSymbol().equals(TYPE)
                && method.flags().has(AccessFlag.STATIC));
    }

    /** @throws CompileException which says so, if the class is not there, or no such one */
    static void check(String name, List<Path> classPath) throws IOException, CompileException {
        String file = name.replace('.', '/') + ".class";
        for (Path place : classPath) {
            byte[] content = Files.isDirectory(place) ? inFolder(place.resolve(file)) : inJar(place, file);
            if (content != null) {
                if (!is(ClassFile.of().parse(content))) {
                    throw new CompileException("the class " + name + " has no method: public static void main(String[])");
                }
                return;
            }
        }
        throw new CompileException("the class path has no class " + name);
    }

    private static byte[] inFolder(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    private static byte[] inJar(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return entry == null ? null : zip.getInputStream(entry).readAllBytes();
        }
    }
}
