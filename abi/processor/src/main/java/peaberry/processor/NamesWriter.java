package peaberry.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what methods are called and what their messages hold, by the labels of their requests: {@code peaberry.abi.MethodNames} says how. */
final class NamesWriter {

    private static final String NOTHING = "-";

    private final String packageName;
    private final String name;
    private final List<Declaration> declarations;

    /** @param packageName of the marked type @param name its simple name */
    NamesWriter(String packageName, String name, List<Declaration> declarations) {
        this.packageName = packageName;
        this.name = name;
        this.declarations = List.copyOf(declarations);
    }

    String text() {
        StringBuilder cases = new StringBuilder();
        for (Declaration declaration : declarations) {
            for (Method method : declaration.methods()) {
                cases.append("            case ").append(declaration.label(method)).append(" -> \"").append(signature(declaration, method)).append("\";\n");
            }
        }
        return "// Made by peaberry.processor of the interfaces of the module. To change it, change these.\npackage " + packageName + ";\n\n"
                + "/** What methods are called, and what their messages hold. */\npublic final class " + name + "Names {\n\n    private " + name + "Names() {\n    }\n\n"
                + "    /** The method whose requests have this label, as {@code peaberry.abi.MethodNames} says; empty if there is none. */\n"
                + "    public static String of(int label) {\n        return switch (label) {\n" + cases + "            default -> \"\";\n        };\n    }\n}\n";
    }

    private static String signature(Declaration declaration, Method method) {
        return String.join(" ", declaration.name(), method.name(), values(method.parameters()), values(method.results()), String.join(",", declaration.outcomes().names()));
    }

    private static String values(Content content) {
        return content.values().isEmpty() ? NOTHING : content.values().stream().map(value -> word(value.kind())).collect(Collectors.joining(","));
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case Kind.Number _ -> "number";
            case Kind.Truth _ -> "truth";
            case Kind.Constant constant -> String.join("/", constant.names());
            case Kind.Wrapped wrapped -> word(wrapped.content());
            case Kind.Bytes _, Kind.Characters _ -> "bytes";
            case Kind.Capability capability -> "@" + capability.type().substring(capability.type().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        };
    }
}
