package peaberry.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a marked interface, and refuses what is none. */
final class DeclarationReader {

    private static final int MAX_METHODS = 1 << Declaration.METHOD_BITS;
    /** Names that the generated code has for itself. */
    private static final Set<String> RESERVED = Set.of("answer", "at", "caller", "outcome", "request", "endpoint", "call", "client", "keep",
            "canKeep", "answerOf", "arrived", "refuse", "equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "clone",
            "finalize", "isServerRestarted", "isToBeRepeated", "interruptions", "setPatience", "isEmpty", "isOf", "outcomes");

    private final Elements elements;

    DeclarationReader(Elements elements) {
        this.elements = elements;
    }

    Declaration read(Element element) throws Refusal {
        if (element.getKind() != ElementKind.INTERFACE) {
            throw new Refusal(element, "only an interface can be an @Interface");
        }
        TypeElement type = (TypeElement) element;
        if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            throw new Refusal(type, "an @Interface is not inside of another type: the client and the server are made beside it");
        }
        if (!type.getTypeParameters().isEmpty()) {
            throw new Refusal(type, "an @Interface has no type parameters: a message holds values of known types");
        }
        if (!type.getInterfaces().isEmpty()) {
            throw new Refusal(type, "an @Interface extends no other: a server can serve several");
        }
        List<Method> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!method.getModifiers().contains(Modifier.STATIC)) {
                methods.add(method(method, methods.size()));
            }
        }
        if (methods.isEmpty() || methods.size() > MAX_METHODS) {
            throw new Refusal(type, "an @Interface has 1 to " + MAX_METHODS + " methods; this one has " + methods.size());
        }
        requireDistinctNames(type, methods);
        return new Declaration(moduleOf(type), elements.getPackageOf(type).getQualifiedName().toString(), type.getSimpleName().toString(),
                type.getModifiers().contains(Modifier.PUBLIC), elements.getDocComment(type), outcomes(type), methods);
    }

    private String moduleOf(TypeElement type) {
        return elements.getModuleOf(type) == null ? "" : elements.getModuleOf(type).getQualifiedName().toString();
    }

    private Kind.Constant outcomes(TypeElement type) throws Refusal {
        TypeElement declared = Marks.classOf(type, Library.INTERFACE, "outcomes");
        TypeElement common = elements.getTypeElement(Library.OUTCOME);
        TypeElement outcomes = declared == null ? common : declared;
        List<String> names = ValueReader.constantsOf(outcomes);
        List<String> first = ValueReader.constantsOf(common);
        if (names.size() < first.size() || !names.subList(0, first.size()).equals(first)) {
            throw new Refusal(type, "the outcomes of an @Interface begin with " + String.join(", ", first) + "; "
                    + outcomes.getSimpleName() + " begins with " + String.join(", ", names.subList(0, Math.min(names.size(), first.size()))));
        }
        return new Kind.Constant(outcomes.getQualifiedName().toString(), names);
    }

    private Method method(ExecutableElement method, int number) throws Refusal {
        String name = method.getSimpleName().toString();
        if (method.isDefault() || method.getModifiers().contains(Modifier.PRIVATE)) {
            throw new Refusal(method, "a method with a body is no message");
        }
        if (!method.getTypeParameters().isEmpty()) {
            throw new Refusal(method, "a method of an @Interface has no type parameters: a message holds values of known types");
        }
        if (!method.getThrownTypes().isEmpty()) {
            throw new Refusal(method, "a method of an @Interface throws nothing: errors are outcomes, which the @Interface names");
        }
        requireFree(method, name);
        List<Value> parameters = new ArrayList<>();
        ValueReader reader = new ValueReader();
        for (VariableElement parameter : method.getParameters()) {
            requireFree(parameter, parameter.getSimpleName().toString());
            reader.read(parameter, parameter.asType(), parameter.getSimpleName().toString(), parameters);
        }
        List<Value> results = new ArrayList<>();
        reader.readResult(method, results);
        for (Value result : results) {
            requireFree(method, result.name());
            boolean placed = result.kind() instanceof Kind.Capability
                    && parameters.stream().anyMatch(parameter -> parameter.name().equals(result.place()));
            if (placed) {
                throw new Refusal(method, "a parameter of " + name + " is called " + result.place() + ", as is the place for its result in generated code");
            }
        }
        return new Method(name, number, Marks.isMarked(method, Library.IDEMPOTENT), elements.getDocComment(method),
                content(method, "parameters", parameters), content(method, "results", results));
    }

    private static void requireFree(Element element, String name) throws Refusal {
        if (RESERVED.contains(name)) {
            throw new Refusal(element, "the generated code has the name " + name + " for itself: choose another");
        }
    }

    private static Content content(ExecutableElement method, String what, List<Value> values) throws Refusal {
        Content content = new Content(values);
        if (content.mostWords() > Content.MAX_WORDS) {
            throw new Refusal(method, "the " + what + " of " + method.getSimpleName() + " take up to " + content.mostWords()
                    + " words; a message has " + Content.MAX_WORDS);
        }
        if (content.capabilities().size() > Content.MAX_CAPABILITIES) {
            throw new Refusal(method, "the " + what + " of " + method.getSimpleName() + " are " + content.capabilities().size()
                    + " capabilities; a message carries " + Content.MAX_CAPABILITIES);
        }
        Set<String> names = new HashSet<>();
        for (Value value : values) {
            boolean isNew = names.add(value.name()) && (!value.kind().isVariable() || names.add(value.count()));
            if (!isNew) {
                throw new Refusal(method, "two of the " + what + " of " + method.getSimpleName() + " would be called " + value.name()
                        + " in generated code");
            }
        }
        return content;
    }

    /** No two methods of the client, or of the server, may come to have the same name. */
    private static void requireDistinctNames(TypeElement type, List<Method> methods) throws Refusal {
        Set<String> names = new HashSet<>();
        for (Method method : methods) {
            List<String> made = new ArrayList<>(List.of(method.name(), method.constant(), "answer" + Value.capitalized(method.name())));
            for (Value result : method.results().values()) {
                made.add(method.resultName(result));
                if (result.kind() instanceof Kind.Bytes) {
                    made.add(method.resultName(result) + "Count");
                }
            }
            for (String name : made) {
                if (!names.add(name)) {
                    throw new Refusal(elementOf(type, method), "two methods would be called " + name + " in generated code");
                }
            }
        }
    }

    private static Element elementOf(TypeElement type, Method method) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().filter(one -> !one.getModifiers().contains(Modifier.STATIC))
                .toList().get(method.number());
    }
}
