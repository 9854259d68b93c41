package peaberry.compiler.classes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Class files by name: from the class path (lowered), the compiler's own {@code library} package, and the JDK's
 * {@code java.base}.
 */
public final class ClassFiles {

    /** The package of the Java code that stands in for methods of the JDK. */
    public static final String LIBRARY = "peaberry/compiler/library/";

    /**
     * Where a class file came from.
     *
     * @param folder the class path's folder, or null
     * @param module the name of the module that the folder holds, or null
     * @param jdk    whether it is the JDK's
     */
    public record Origin(Path folder, String module, boolean jdk) {
    }

    /** A class file and where it came from. */
    public record Found(byte[] bytes, Origin origin) {
    }

    private final List<Origin> folders;
    private final Map<String, Found> lowered = new HashMap<>();

    public ClassFiles(List<Path> classPath) {
        folders = classPath.stream().map(folder -> new Origin(folder, moduleName(folder), false)).toList();
    }

    /** The lowered class file of that name with slashes, or null. */
    public Found find(String name) {
        Found known = lowered.get(name);
        if (known != null) {
            return known;
        }
        Found raw = raw(name);
        if (raw == null && name.contains(Lowering.MARK)) {
            find(name.substring(0, name.indexOf(Lowering.MARK)));
            return lowered.get(name);
        }
        if (raw == null || raw.origin.jdk) {
            return raw;
        }
        new Lowering(this, raw.bytes).run().forEach((made, bytes) -> lowered.put(made, new Found(bytes, raw.origin)));
        return lowered.get(name);
    }

    /** Whether the class path has it, so that the build JVM must not take the JDK's or the compiler's own. */
    public boolean onClassPath(String name) {
        Found found = find(name);
        return found != null && !found.origin.jdk;
    }

    /** What the class hierarchy is, for writing stack maps. */
    ClassHierarchyResolver hierarchy() {
        return ClassHierarchyResolver.ofResourceParsing(this::open)
            .orElse(ClassHierarchyResolver.defaultResolver()).cached();
    }

    /** The class file as javac wrote it, or null. */
    Found raw(String name) {
        String file = name + ".class";
        try {
            for (Origin origin : folders) {
                Path path = origin.folder.resolve(file);
                if (Files.isRegularFile(path)) {
                    return new Found(Files.readAllBytes(path), origin);
                }
            }
            Class<?> source = name.startsWith(LIBRARY) ? ClassFiles.class : Object.class;
            try (InputStream in = source.getResourceAsStream("/" + file)) {
                return in == null ? null : new Found(in.readAllBytes(), new Origin(null, null, true));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private InputStream open(ClassDesc type) {
        String descriptor = type.descriptorString();
        Found found = raw(descriptor.substring(1, descriptor.length() - 1));
        return found == null ? null : new ByteArrayInputStream(found.bytes);
    }

    private static String moduleName(Path folder) {
        Path file = folder.resolve("module-info.class");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return ClassFile.of().parse(file).findAttribute(Attributes.module())
                .map(module -> module.moduleName().name().stringValue()).orElse(null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
