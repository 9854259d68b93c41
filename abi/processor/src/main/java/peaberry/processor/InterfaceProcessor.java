package peaberry.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Makes {@code XClient} and {@code XServer} of each interface {@code X} that is marked {@code @Interface}. What it cannot make is a compile
 * error at the element that is at fault, with the reason.
 */
@SupportedAnnotationTypes(Library.INTERFACE)
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
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(this::make);
        }
        return true;
    }

    private void make(Element element) {
        try {
            Declaration declaration = new DeclarationReader(processingEnv.getElementUtils()).read(element);
            write(declaration, "Client", new ClientWriter(declaration).text(), element);
            write(declaration, "Server", new ServerWriter(declaration).text(), element);
        } catch (Refusal refusal) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, refusal.getMessage(), refusal.element());
        } catch (IOException failure) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "the file cannot be written: " + failure.getMessage(), element);
        }
    }

    private void write(Declaration declaration, String suffix, String text, Element element) throws IOException {
        String module = declaration.module().isEmpty() ? "" : declaration.module() + "/";
        try (Writer writer = processingEnv.getFiler().createSourceFile(module + declaration.qualifiedName() + suffix, element).openWriter()) {
            writer.write(text);
        }
    }
}
