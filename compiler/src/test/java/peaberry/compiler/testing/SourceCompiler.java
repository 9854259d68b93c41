package peaberry.compiler.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs javac on sources that are only in memory. */
public final class SourceCompiler {

    private SourceCompiler() {
    }

    /**
     * Compiles sources, with the test classes and the machine on the class path.
     *
     * @param sources class name to source
     * @param output  folder for the class files; made if needed
     */
    public static void compile(Map<String, String> sources, Path output) throws IOException {
        Files.createDirectories(output);
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(new MemorySource(name, source)));
        String classPath = Folders.testClasses() + System.getProperty("path.separator") + Folders.machineClasses();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = javac.getTask(messages, null, null,
            List.of("-g", "-nowarn", "-proc:none", "-cp", classPath, "-d", output.toString()), null, files).call();
        if (!compiled) {
            throw new AssertionError("javac refused:\n" + messages);
        }
    }

    private static final class MemorySource extends SimpleJavaFileObject {
        private final String source;

        MemorySource(String name, String source) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
