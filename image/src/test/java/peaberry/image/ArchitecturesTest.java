package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The kernel is compiled once and linked with either architecture, so both must offer it the same. */
class ArchitecturesTest {

    @Test
    void bothMachinesDefineTheSamePublicClassesAndMembers() throws IOException {
        Set<String> hosted = boundary("hosted");
        assertTrue(hosted.contains("method Cpu.resume(UserContext,PhysicalAddress):void"), hosted.toString());
        assertEquals(String.join("\n", boundary("x86_64")), String.join("\n", hosted));
    }

    private static Set<String> boundary(String architecture) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> members = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null,
                    files.getJavaFileObjectsFromPaths(sources(architecture)));
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    collect("", type, members);
                }
            }
        }
        return members;
    }

    private static void collect(String outer, Tree tree, Set<String> members) {
        if (!(tree instanceof ClassTree type) || !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
            return;
        }
        String name = outer + type.getSimpleName();
        boolean all = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ENUM;
        members.add(type.getKind() + " " + name);
        for (Tree member : type.getMembers()) {
            switch (member) {
                case MethodTree method when method.getName().contentEquals("<init>") -> {
                    // The only one that kernel objects use is there whether it is written or not.
                }
                case MethodTree method when all || method.getModifiers().getFlags().contains(Modifier.PUBLIC) ->
                    members.add("method " + name + "." + method.getName() + method.getParameters().stream()
                            .map(parameter -> parameter.getType().toString()).collect(Collectors.joining(",", "(", ")"))
                            + ":" + method.getReturnType());
                case VariableTree field when field.getModifiers().getFlags().contains(Modifier.PUBLIC) ->
                    members.add("field " + name + "." + field.getName());
                default -> collect(name + ".", member, members);
            }
        }
    }

    private static List<Path> sources(String architecture) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(project.resolve("kernel/arch"))) {
            project = project.getParent();
        }
        try (Stream<Path> files = Files.walk(project.resolve("kernel/arch").resolve(architecture).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java")).toList();
        }
    }
}
