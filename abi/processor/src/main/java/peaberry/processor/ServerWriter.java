package peaberry.processor;

import java.util.ArrayList;
import java.util.List;

/** Writes the server's side of an interface. */
final class ServerWriter {

    private final Declaration declaration;
    private final SourceText text;
    private final Packing packing;
    private final String outcomes;

    ServerWriter(Declaration declaration) {
        this.declaration = declaration;
        text = new SourceText(declaration);
        packing = new Packing(text);
        text.name(Library.RUNTIME + "Answer");
        text.name(Library.RUNTIME + "Caller");
        text.name(Library.RUNTIME + "Dispatcher");
        text.name(Library.RUNTIME + "Message");
        text.name(Library.ABI + "Tag");
        outcomes = text.name(declaration.outcomes().type());
    }

    String text() {
        text.documentation("Serves {@link " + declaration.name() + "}. A method is called only with values that the interface allows. It returns "
                + "an answer, or {@link Answer#NONE}\nafter it kept the caller. Arrays and texts are this object's own and hold until the next "
                + "request.");
        text.add((declaration.isPublic() ? "public " : "") + "abstract class " + declaration.name() + "Server extends Dispatcher {");
        text.blank();
        for (Method method : declaration.methods()) {
            text.add("private static final int " + method.constant() + " = " + declaration.label(method) + ";");
        }
        packing.addConstants(declaration.methods().stream().map(Method::parameters).toList());
        text.blank();
        declaration.methods().forEach(this::fields);
        if (declaration.methods().stream().anyMatch(method -> !method.parameters().variable().isEmpty())) {
            text.blank();
        }
        text.add("/** Part of no server yet. */");
        text.add("protected " + declaration.name() + "Server() {").add("}");
        text.blank();
        dispatch();
        for (Method method : declaration.methods()) {
            handler(method);
            answers(method);
        }
        refusals();
        declaration.methods().stream().filter(ServerWriter::isDecoded).forEach(this::decoder);
        text.add("}");
        return text.file();
    }

    private static boolean isDecoded(Method method) {
        return !method.parameters().values().isEmpty();
    }

    private void fields(Method method) {
        for (Value parameter : method.parameters().variable()) {
            switch (parameter.kind()) {
                case Kind.Bytes bytes -> text.add("private final byte[] " + method.resultName(parameter) + " = new byte[" + bytes.size() + "];");
                case Kind.Characters characters -> {
                    String type = text.name(Library.TEXT);
                    text.add("private final " + type + " " + method.resultName(parameter) + " = new " + type + "(" + characters.size() + ");");
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    private void dispatch() {
        text.add("@Override").add("protected final Answer request(Tag request) {").add("return switch (request.label()) {");
        for (Method method : declaration.methods()) {
            text.add("case " + method.constant() + " -> " + (isDecoded(method) ? "check" + Value.capitalized(method.name()) + "(request);"
                    : "request.length() == 0 && request.capabilities() == 0 ? " + method.name() + "() : Answer.INVALID;"));
        }
        text.add("default -> Answer.INVALID;").add("};").add("}");
    }

    private void handler(Method method) {
        text.blank();
        if (method.documentation() != null) {
            text.documentation(method.documentation());
        }
        text.add("protected abstract Answer " + method.name() + "(" + packing.parameters(method.parameters()) + ");");
    }

    private void answers(Method method) {
        Content results = method.results();
        String name = "answer" + Value.capitalized(method.name());
        String parameters = packing.parameters(results);
        text.blank();
        text.add("/** The answer to {@link #" + method.name() + "}: to be returned at once. */");
        text.add("protected static Answer " + name + "(" + parameters + ") {");
        String tooLong = Packing.tooLong(results);
        if (!tooLong.isEmpty()) {
            text.add("if (" + tooLong + ") {").add("return Answer.INVALID;").add("}");
        }
        String words = packing.pack(results);
        text.add("return answerOf(" + outcomes + ".DONE.ordinal(), " + words + ", " + results.capabilities().size() + ");");
        text.add("}");
        text.blank();
        text.add("/** Answers {@link #" + method.name() + "} to a caller who was kept. */");
        text.add("protected final void " + name + "(Caller caller" + (parameters.isEmpty() ? "" : ", " + parameters) + ") {");
        text.add("answer(caller, " + name + "(" + Packing.arguments(results) + "));");
        text.add("}");
    }

    private void refusals() {
        text.blank();
        text.add("/** The answer to any method that was not done: to be returned at once. */");
        text.add("protected static Answer refuse(" + outcomes + " outcome) {").add("return answerOf(outcome.ordinal(), 0, 0);").add("}");
        text.blank();
        text.add("/** Tells a caller who was kept that it was not done. */");
        text.add("protected final void refuse(Caller caller, " + outcomes + " outcome) {").add("answer(caller, refuse(outcome));").add("}");
    }

    private void decoder(Method method) {
        Content parameters = method.parameters();
        text.blank();
        text.add("private Answer check" + Value.capitalized(method.name()) + "(Tag request) {");
        packing.check(parameters, "request", "return Answer.INVALID;");
        packing.unpack(parameters, method::resultName);
        capabilityTypes(parameters.capabilities());
        List<String> arguments = new ArrayList<>();
        int arrived = 0;
        for (Value parameter : parameters.values()) {
            switch (parameter.kind()) {
                case Kind.Bytes _ -> arguments.add(method.resultName(parameter) + ", (int) " + parameter.count());
                case Kind.Characters _ -> arguments.add(method.resultName(parameter));
                case Kind.Capability capability -> {
                    arguments.add("new " + text.name(capability.type()) + "(arrived(" + arrived + "))");
                    arrived++;
                }
                case Kind.Word _ -> arguments.add(packing.valueOf(parameter));
            }
        }
        text.add("return " + method.name() + "(" + String.join(", ", arguments) + ");");
        text.add("}");
    }

    /** Comes after all else was taken out of the message: to find out is a system call. */
    private void capabilityTypes(List<Value> capabilities) {
        for (int i = 0; i < capabilities.size(); i++) {
            if (capabilities.get(i).kind() instanceof Kind.Capability(String type, boolean any) && !any) {
                text.add("if (!isOf(" + i + ", " + text.name(type) + "." + Library.CAPABILITY_TYPE + ")) {").add("return Answer.INVALID;").add("}");
            }
        }
    }
}
