package peaberry.processor;

import java.util.List;

/** Writes the client's side of an interface. */
final class ClientWriter {

    private final Declaration declaration;
    private final SourceText text;
    private final Packing packing;
    private final String outcomes;

    ClientWriter(Declaration declaration) {
        this.declaration = declaration;
        text = new SourceText(declaration);
        packing = new Packing(text);
        text.name(Library.RUNTIME + "Client");
        text.name(Library.RUNTIME + "Capability");
        text.name(Library.ABI + "Tag");
        text.name(Library.RUNTIME + "Message");
        outcomes = text.name(declaration.outcomes().type());
    }

    String text() {
        text.documentation("A client of {@link " + declaration.name() + "}. Each call says how it ended; results are read afterwards, and stay "
                + "until the method\nis called again.");
        text.add((declaration.isPublic() ? "public " : "") + "final class " + declaration.name() + "Client extends Client {");
        text.blank();
        for (Method method : declaration.methods()) {
            text.add("private static final int " + method.constant() + " = " + declaration.label(method) + ";");
        }
        text.add("private static final " + outcomes + "[] OUTCOMES = " + outcomes + ".values();");
        packing.addConstants(declaration.methods().stream().map(Method::results).toList());
        text.blank();
        declaration.methods().forEach(this::fields);
        text.documentation("@param endpoint where the interface is served");
        text.add("public " + declaration.name() + "Client(Capability endpoint) {").add("super(endpoint);").add("}");
        text.documentation("@param name under which the program uses the interface, as its declaration says");
        text.add("public " + declaration.name() + "Client(String name) {").add("super(name);").add("}");
        for (Method method : declaration.methods()) {
            call(method);
            if (!isEmpty(method.results())) {
                take(method);
                method.results().values().forEach(result -> accessor(method, result));
            }
        }
        text.add("}");
        return text.file();
    }

    private static boolean isEmpty(Content content) {
        return content.values().isEmpty();
    }

    private void fields(Method method) {
        for (Value result : method.results().values()) {
            String name = method.resultName(result);
            switch (result.kind()) {
                case Kind.Bytes bytes -> {
                    text.add("private final byte[] " + name + " = new byte[" + bytes.size() + "];");
                    text.add("private int " + name + "Count;");
                }
                case Kind.Characters characters -> {
                    String type = text.name(Library.TEXT);
                    text.add("private final " + type + " " + name + " = new " + type + "(" + characters.size() + ");");
                }
                case Kind.Capability capability -> text.add("private " + text.name(capability.type()) + " " + name + " = new "
                        + text.name(capability.type()) + "(0);");
                case Kind.Word word -> text.add("private " + text.name(word.type()) + " " + name + initial(word) + ";");
            }
        }
        if (!isEmpty(method.results())) {
            text.blank();
        }
    }

    /** What stands in a field that was never written must be a value of its type. */
    private String initial(Kind.Word word) {
        return switch (word) {
            case Kind.Constant constant -> " = " + text.name(constant.type()) + "." + constant.names().getFirst();
            case Kind.Wrapped wrapped -> " = new " + text.name(wrapped.type()) + "(" + zero(wrapped.content()) + ")";
            case Kind.Number number -> Math.clamp(0L, number.min(), number.max()) == 0 ? "" : " = " + zero(number);
            case Kind.Truth _ -> "";
        };
    }

    /** The value nearest to zero. */
    private String zero(Kind.Word word) {
        return switch (word) {
            case Kind.Number number -> (number.type().equals("int") || number.type().equals("long") ? "" : "(" + number.type() + ") ")
                    + Packing.literal(Math.clamp(0L, number.min(), number.max()));
            case Kind.Truth _ -> "false";
            case Kind.Constant constant -> text.name(constant.type()) + "." + constant.names().getFirst();
            case Kind.Wrapped wrapped -> "new " + text.name(wrapped.type()) + "(" + zero(wrapped.content()) + ")";
        };
    }

    private void call(Method method) {
        List<Value> places = method.results().capabilities();
        StringBuilder parameters = new StringBuilder(packing.parameters(method.parameters()));
        for (Value place : places) {
            parameters.append(parameters.isEmpty() ? "" : ", ").append("Capability ").append(place.place());
        }
        text.blank();
        if (method.documentation() != null) {
            text.documentation(method.documentation());
        }
        text.add("public " + outcomes + " " + method.name() + "(" + parameters + ") {");
        String tooLong = Packing.tooLong(method.parameters());
        if (!tooLong.isEmpty()) {
            text.add("if (" + tooLong + ") {").add("return " + outcomes + ".INVALID;").add("}");
        }
        if (method.idempotent()) {
            text.add("Tag answer;");
            text.add("do {");
        }
        String words = packing.pack(method.parameters());
        for (int i = 0; i < places.size(); i++) {
            text.add("Message.expect(" + i + ", " + places.get(i).place() + ");");
        }
        if (!places.isEmpty() && places.size() < Content.MAX_CAPABILITIES) {
            text.add("Message.expect(" + places.size() + ", Capability.NONE);");
        }
        text.add((method.idempotent() ? "" : "Tag ") + "answer = call(" + method.constant() + ", " + words + ", "
                + method.parameters().capabilities().size() + ");");
        if (method.idempotent()) {
            text.add("} while (isToBeRepeated(answer));");
        }
        for (int i = 0; i < places.size(); i++) {
            text.add("Message.expect(" + i + ", Capability.NONE);");
        }
        String taken = isEmpty(method.results()) ? "isEmpty(answer)"
                : "take" + Value.capitalized(method.name()) + "(answer" + placeArguments(places) + ")";
        text.add(outcomes + " outcome = OUTCOMES[outcome(answer, OUTCOMES.length)];");
        text.add("return outcome != " + outcomes + ".DONE || " + taken + " ? outcome : " + outcomes + ".INVALID;");
        text.add("}");
    }

    private static String placeArguments(List<Value> places) {
        StringBuilder arguments = new StringBuilder();
        places.forEach(place -> arguments.append(", ").append(place.place()));
        return arguments.toString();
    }

    /** Checks the results and keeps them. */
    private void take(Method method) {
        StringBuilder places = new StringBuilder();
        method.results().capabilities().forEach(place -> places.append(", Capability ").append(place.place()));
        text.blank();
        text.add("private boolean take" + Value.capitalized(method.name()) + "(Tag answer" + places + ") {");
        packing.check(method.results(), "answer", "return false;");
        for (Value result : method.results().values()) {
            String field = "this." + method.resultName(result);
            switch (result.kind()) {
                case Kind.Bytes _ -> text.add(field + "Count = (int) " + result.count() + ";");
                case Kind.Characters _ -> {
                    // Taken below.
                }
                case Kind.Capability capability -> text.add(field + " = new " + text.name(capability.type()) + "(" + result.name()
                        + "Place.slot());");
                case Kind.Word _ -> text.add(field + " = " + packing.valueOf(result) + ";");
            }
        }
        packing.unpack(method.results(), result -> "this." + method.resultName(result));
        text.add("return true;");
        text.add("}");
    }

    private void accessor(Method method, Value result) {
        String name = method.resultName(result);
        text.blank();
        text.add("/** Of the last {@link #" + method.name() + "} that was done. */");
        text.add("public " + text.name(result.kind().type()) + " " + name + "() {").add("return " + name + ";").add("}");
        if (result.kind() instanceof Kind.Bytes) {
            text.blank();
            text.add("/** How many bytes of {@link #" + name + "} count. */");
            text.add("public int " + name + "Count() {").add("return " + name + "Count;").add("}");
        }
    }
}
