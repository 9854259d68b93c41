package peaberry.abi;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of docs/kernel-reference.md: what a program can ask of the kernel, object by object. */
final class KernelReference {

    private static final String INTRODUCTION = """
            # Kernel reference

            This page is made from the declarations in `abi/`: `Invocation` for the operations, and the comments of `CapabilityType`, `SystemCallNumber` and `KernelError`.
            So are the classes in `runtime/` by which programs invoke objects. After a change there, make both anew:

            ```
            mvn -pl abi -am test -Dtest=GeneratedFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dpeaberry.rewrite=true
            ```

            An operation is a `CALL` on a capability of the object: the label of the message's `Tag` is the operation's number, its words are the parameters. The kernel checks in this order:

            1. the operation is one of this type of object: else `ILLEGAL_OPERATION`;
            2. the message carries no capabilities (`INVALID_ARGUMENT`) and has a word for each parameter (`TRUNCATED_MESSAGE`);
            3. the capability has the right that is needed: else `MISSING_RIGHT`;
            4. each parameter that is a capability, found in the caller's own CNode, is of its type (`FAILED_LOOKUP`) and has its rights (`MISSING_RIGHT`);
            5. what else the object needs.

            After an error other than `INTERRUPTED` nothing has changed. Each operation below lists what it needs beyond 1 and 2. [exercise.md](exercise.md) adds one.
            """;

    private final StringBuilder text = new StringBuilder();

    @Override
    public String toString() {
        text.setLength(0);
        text.append(INTRODUCTION);
        text.append("\n## System calls\n\n| number | name | |\n|---|---|---|\n");
        SourceComments.ofConstants(SystemCallNumber.class).forEach((name, comment) -> {
            if (!name.equals("COUNT")) {
                text.append("| ").append(number(name)).append(" | `").append(name).append("` | ").append(comment).append(" |\n");
            }
        });
        text.append("\n## Objects\n");
        Map<String, String> about = SourceComments.ofConstants(CapabilityType.class);
        for (CapabilityType type : CapabilityType.values()) {
            if (type != CapabilityType.NULL) {
                text.append("\n### ").append(name(type)).append("\n\n")
                        .append(about.get(type.name())).append('\n');
                Arrays.stream(Invocation.values()).filter(invocation -> invocation.operation().type() == type).forEach(this::operation);
            }
        }
        text.append("\n## Errors\n\n| number | name | |\n|---|---|---|\n");
        SourceComments.ofConstants(KernelError.class).forEach((name, comment) -> text.append("| ")
                .append(KernelError.valueOf(name).ordinal()).append(" | `").append(name).append("` | ").append(comment).append(" |\n"));
        return text.toString();
    }

    private static String number(String systemCall) {
        try {
            Field constant = SystemCallNumber.class.getField(systemCall);
            return String.valueOf(constant.getInt(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(CapabilityType type) {
        return StubSource.types().contains(type) ? StubSource.className(type) : type.name().charAt(0) + type.name().substring(1).toLowerCase();
    }

    private void operation(Invocation invocation) {
        Operation operation = invocation.operation();
        String right = operation.right().bits() == 0 ? "no right" : "the right to " + rights(operation.right());
        text.append("\n#### ").append(StubSource.methodName(invocation)).append("\n\n`").append(invocation.name()).append("`, number ")
                .append(invocation.ordinal()).append(", needs ").append(right).append(". ")
                .append(operation.text().replaceAll("\\s+", " ")).append("\n\n");
        List<Parameter> parameters = operation.parameters();
        for (int word = 0; word < parameters.size(); word++) {
            Parameter parameter = parameters.get(word);
            text.append("* word ").append(word).append(", `").append(parameter.name()).append("` (").append(kind(parameter)).append("): ")
                    .append(parameter.text()).append('\n');
        }
        List<Operation.Result> results = operation.results();
        for (int word = 0; word < results.size(); word++) {
            text.append("* answers in word ").append(word).append(" `").append(results.get(word).name()).append("`: ").append(results.get(word).text())
                    .append('\n');
        }
        if (!operation.refusals().isEmpty()) {
            text.append("\nErrors:\n\n");
        }
        operation.refusals().forEach((error, reason) -> text.append("* `").append(error).append("`: ").append(reason).append('\n'));
    }

    private static String kind(Parameter parameter) {
        return switch (parameter.kind()) {
            case NUMBER -> "number";
            case OBJECT_TYPE -> "an `ObjectType`'s ordinal";
            case RIGHTS -> "`Rights`";
            case FLAG -> "0 or 1";
            case CAPABILITY -> capability(parameter);
            case OPTIONAL_CAPABILITY -> capability(parameter) + ", or 0";
        };
    }

    private static String capability(Parameter parameter) {
        String rights = parameter.rights().bits() == 0 ? "" : " that allows to " + rights(parameter.rights());
        return name(parameter.type()) + " capability" + rights;
    }

    private static String rights(Rights rights) {
        List<String> names = List.of("write", "read", "grant");
        return IntStream.range(0, names.size()).filter(bit -> (rights.bits() & 1 << bit) != 0).mapToObj(names::get)
                .collect(Collectors.joining(" and "));
    }
}
