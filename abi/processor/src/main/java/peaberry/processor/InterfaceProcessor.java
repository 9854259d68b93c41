package peaberry.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Makes {@code XClient} and {@code XServer} of each interface {@code X} that is marked {@code @Interface}, and {@code XNames} of all in the module of a type {@code X} that is marked
 * {@code @MethodNames}. What it cannot make is a compile error at the element that is at fault, with the reason.
 */
@SupportedAnnotationTypes({Library.INTERFACE, Library.METHOD_NAMES})
public final class InterfaceProcessor extends AbstractProcessor {

    /** Made by javac. */
    public InterfaceProcessor() {
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<Declaration> declarations = new ArrayList<>();
        marked(Library.INTERFACE, annotations, round).forEach(each -> make(each, declarations));
        marked(Library.METHOD_NAMES, annotations, round).forEach(each -> makeNames(each, declarations));
        return true;
    }

    private static Set<? extends Element> marked(String mark, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream().filter(annotation -> annotation.getQualifiedName().contentEquals(mark)).findFirst().map(round::getElementsAnnotatedWith).orElse(Set.of());
    }

    private void make(Element element, List<Declaration> declarations) {
        try {
            Declaration declaration = new DeclarationReader(processingEnv.getElementUtils()).read(element);
            declarations.add(declaration);
            write(declaration.module(), declaration.qualifiedName() + "Client", new ClientWriter(declaration).text(), element);
            write(declaration.module(), declaration.qualifiedName() + "Server", new ServerWriter(declaration).text(), element);
        } catch (Refusal refusal) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, refusal.getMessage(), refusal.element());
        }
    }

    private void makeNames(Element element, List<Declaration> declarations) {
        Elements elements = processingEnv.getElementUtils();
        String module = elements.getModuleOf(element) == null ? "" : elements.getModuleOf(element).getQualifiedName().toString();
        String packageName = elements.getPackageOf(element).getQualifiedName().toString();
        List<Declaration> ofModule = declarations.stream().filter(declaration -> declaration.module().equals(module)).toList();
        write(module, packageName + "." + element.getSimpleName() + "Names", new NamesWriter(packageName, element.getSimpleName().toString(), ofModule).text(), element);
    }

    private void write(String module, String type, String text, Element element) {
        try (Writer writer = processingEnv.getFiler().createSourceFile((module.isEmpty() ? "" : module + "/") + type, element).openWriter()) {
            writer.write(text);
        } catch (IOException failure) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "the file cannot be written: " + failure.getMessage(), element);
        }
    }
}
