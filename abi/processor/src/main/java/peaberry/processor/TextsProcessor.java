package peaberry.processor;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Makes a class {@code XTexts} of each class {@code X} that is marked {@code @Texts("folder")}: it has the Markdown files of that folder, as text, by their names. The folder is looked for in those
 * that the source file is in, from the innermost on. So texts that people read are in a program that has no files.
 */
@SupportedAnnotationTypes(TextsProcessor.TEXTS)
public final class TextsProcessor extends AbstractProcessor {

    static final String TEXTS = "peaberry.fullscreen.man.Texts";
    private static final String MARKDOWN = ".md";
    /** Bytes of the longest string that a class file can have (JVMS 4.4.7). */
    private static final int MOST_BYTES = 65_535;

    /** Made by javac. */
    public TextsProcessor() {
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(this::make);
        }
        return true;
    }

    private void make(Element element) {
        try {
            write(element, text(element, files(folder(element))));
        } catch (Refusal refusal) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, refusal.getMessage(), refusal.element());
        } catch (IOException failure) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "texts cannot be read or written: " + failure.getMessage(), element);
        }
    }

    private Path folder(Element element) throws Refusal {
        String name = "";
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().toString().equals(TEXTS)) {
                name = mirror.getElementValues().values().iterator().next().getValue().toString();
            }
        }
        Path source = Path.of(processingEnv.getElementUtils().getFileObjectOf(element).toUri());
        for (Path outer = source.getParent(); outer != null; outer = outer.getParent()) {
            if (Files.isDirectory(outer.resolve(name))) {
                return outer.resolve(name);
            }
        }
        throw new Refusal(element, "there is no folder " + name);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(MARKDOWN)).sorted().toList();
        }
    }

    private String text(Element element, List<Path> files) throws IOException, Refusal {
        StringBuilder names = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(MARKDOWN, "");
            String text = Files.readString(file);
            if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                throw new Refusal(element, file + " is too long");
            }
            names.append(names.isEmpty() ? "" : ", ").append(literal(name));
            cases.append("            case ").append(literal(name)).append(" -> ").append(literal(text)).append(";\n");
        }
        return "// Made by peaberry.processor of the files that " + element.getSimpleName() + " names. To change it, change these.\n"
                + "package " + processingEnv.getElementUtils().getPackageOf(element).getQualifiedName() + ";\n\n"
                + "final class " + element.getSimpleName() + "Texts {\n\n"
                + "    static final java.util.List<String> NAMES = java.util.List.of(new String[] {" + names + "});\n\n"
                + "    /** Answers null if there is none. */\n    static String of(String name) {\n        return switch (name) {\n" + cases
                + "            default -> null;\n        };\n    }\n}\n";
    }

    /** A string literal of Java (JLS 3.10.5). */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                literal.append("\\n");
            } else if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format("\\%03o", (int) c)); // otherwise written, some would end the line
            } else if (c > '~') {
                literal.append("\\u").append(String.format("%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    private void write(Element element, String text) throws IOException {
        PackageElement packageElement = processingEnv.getElementUtils().getPackageOf(element);
        ModuleElement module = processingEnv.getElementUtils().getModuleOf(element);
        String prefix = module == null || module.isUnnamed() ? "" : module.getQualifiedName() + "/";
        String name = prefix + packageElement.getQualifiedName() + "." + element.getSimpleName() + "Texts";
        try (Writer writer = processingEnv.getFiler().createSourceFile(name, element).openWriter()) {
            writer.write(text);
        }
    }
}
