package peaberry.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The class in {@code peaberry.runtime} through which a program invokes the objects of one type. */
final class StubSource {

    /** Types that are reached by system calls of their own, through {@code Capability}. */
    private static final Set<CapabilityType> WITHOUT = EnumSet.of(CapabilityType.NULL, CapabilityType.ZOMBIE, CapabilityType.ENDPOINT,
            CapabilityType.NOTIFICATION, CapabilityType.REPLY);
    /** Where the class is not called as the type is. */
    private static final Map<CapabilityType, String> NAMES = Map.of(CapabilityType.UNTYPED, "UntypedMemory", CapabilityType.CNODE, "CNode",
            CapabilityType.TCB, "ThreadControl", CapabilityType.VSPACE, "VSpace", CapabilityType.IRQ_CONTROL, "InterruptControl",
            CapabilityType.IRQ_HANDLER, "InterruptHandler", CapabilityType.IO_PORT_CONTROL, "PortControl", CapabilityType.IO_PORT, "Ports");
    private static final int WIDTH = 120;

    private final CapabilityType type;
    private final List<Invocation> invocations;
    private final StringBuilder text = new StringBuilder();

    StubSource(CapabilityType type) {
        this.type = type;
        invocations = Arrays.stream(Invocation.values()).filter(invocation -> invocation.operation().type() == type).toList();
    }

    /** The types that have a class. */
    static List<CapabilityType> types() {
        return Arrays.stream(CapabilityType.values()).filter(type -> !WITHOUT.contains(type)).toList();
    }

    static String className(CapabilityType type) {
        return WITHOUT.contains(type) ? "Capability" : NAMES.getOrDefault(type, capitalised(camelCase(type.name())));
    }

    /** The invocation's name without the type's: {@code map} of {@code FRAME_MAP}. */
    static String methodName(Invocation invocation) {
        return camelCase(invocation.name().substring(invocation.operation().type().name().length() + 1));
    }

    @Override
    public String toString() {
        text.setLength(0);
        text.append("package peaberry.runtime;\n\n");
        imports().forEach(name -> text.append("import peaberry.").append(name).append(";\n"));
        text.append('\n');
        List<String> about = new ArrayList<>();
        about.add(SourceComments.ofConstants(CapabilityType.class).get(type.name()));
        about.add("<p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.");
        about.add("@param slot where the program holds it");
        comment("", about);
        text.append("@Unboxed\npublic record ").append(className(type)).append("(int slot) {\n\n");
        text.append("    /** What the capability is of. */\n    public static final CapabilityType TYPE = CapabilityType.").append(type).append(";\n\n");
        text.append("    public static ").append(className(type)).append(" at(int slot) {\n        return new ").append(className(type))
                .append("(slot);\n    }\n");
        invocations.forEach(this::method);
        return text.append("}\n").toString();
    }

    private Set<String> imports() {
        Set<String> names = new TreeSet<>(Set.of("abi.CapabilityType", "machine.Unboxed"));
        for (Invocation invocation : invocations) {
            names.addAll(Set.of("abi.Invocation", "abi.KernelError"));
            for (Parameter parameter : invocation.operation().parameters()) {
                switch (parameter.kind()) {
                    case OBJECT_TYPE -> names.add("abi.ObjectType");
                    case RIGHTS -> names.add("abi.Rights");
                    default -> { }
                }
            }
        }
        return names;
    }

    private void method(Invocation invocation) {
        Operation operation = invocation.operation();
        List<String> about = new ArrayList<>();
        about.add(operation.text());
        operation.parameters().forEach(parameter -> about.add("@param " + parameter.name() + " " + parameter.text()
                + (parameter.kind() == Parameter.Kind.OPTIONAL_CAPABILITY ? "; or none" : "")));
        text.append('\n');
        comment("    ", about);
        String name = methodName(invocation);
        text.append("    public KernelError ").append(name).append('(')
                .append(operation.parameters().stream().map(parameter -> javaType(parameter) + " " + parameter.name()).collect(Collectors.joining(", ")))
                .append(") {\n        return Invoke.with(Capability.at(slot), Invocation.").append(invocation.name());
        operation.parameters().forEach(parameter -> text.append(", ").append(word(parameter)));
        text.append(");\n    }\n");
        for (int word = 0; word < operation.results().size(); word++) {
            Operation.Result result = operation.results().get(word);
            text.append('\n');
            comment("    ", List.of("Of the {@link #" + name + "} just made: " + result.text() + "."));
            text.append("    public static long ").append(name).append(capitalised(result.name())).append("() {\n        return Message.word(")
                    .append(word).append(");\n    }\n");
        }
    }

    private static String javaType(Parameter parameter) {
        return switch (parameter.kind()) {
            case NUMBER -> "long";
            case OBJECT_TYPE -> "ObjectType";
            case RIGHTS -> "Rights";
            case FLAG -> "boolean";
            case CAPABILITY, OPTIONAL_CAPABILITY -> className(parameter.type());
        };
    }

    private static String word(Parameter parameter) {
        return parameter.name() + switch (parameter.kind()) {
            case NUMBER -> "";
            case OBJECT_TYPE -> ".ordinal()";
            case RIGHTS -> ".bits()";
            case FLAG -> " ? 1 : 0";
            case CAPABILITY, OPTIONAL_CAPABILITY -> ".slot()";
        };
    }

    /** A Javadoc comment of these paragraphs; those that begin with a tag are set apart from the others. */
    private void comment(String indentation, List<String> paragraphs) {
        List<String> javadoc = paragraphs.stream().map(paragraph -> paragraph.replaceAll("\\s+", " ").replaceAll("`([^`]*)`", "{@code $1}")).toList();
        if (javadoc.size() == 1 && indentation.length() + javadoc.getFirst().length() <= WIDTH - 7) {
            text.append(indentation).append("/** ").append(javadoc.getFirst()).append(" */\n");
            return;
        }
        text.append(indentation).append("/**\n");
        for (int i = 0; i < javadoc.size(); i++) {
            boolean apart = i > 0 && !(javadoc.get(i).startsWith("@") && javadoc.get(i - 1).startsWith("@"));
            text.append(apart ? indentation + " *\n" : "");
            lines(javadoc.get(i), WIDTH - indentation.length() - 3).forEach(line -> text.append(indentation).append(" * ").append(line).append('\n'));
        }
        text.append(indentation).append(" */\n");
    }

    private static List<String> lines(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String camelCase(String constant) {
        String[] words = constant.toLowerCase().split("_");
        return words[0] + Arrays.stream(words).skip(1).map(StubSource::capitalised).collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
