package peaberry.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The text of a Java class that is being written: lines, their indentation, and imports. */
final class SourceText {

    private static final String INDENT = "    ";
    private static final int WIDTH = 140;
    /** How much further lines that go on are indented. */
    private static final String CONTINUED = INDENT + INDENT;

    private final StringBuilder body = new StringBuilder();
    private final Declaration declaration;
    private final Map<String, String> imported = new HashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();
    private int depth;

    SourceText(Declaration declaration) {
        this.declaration = declaration;
        imported.put(declaration.name(), declaration.qualifiedName());
    }

    /** Appends lines. One that ends with a brace indents those after it, one that begins with one ends that. */
    SourceText add(String lines) {
        lines.lines().forEach(this::addLine);
        return this;
    }

    SourceText blank() {
        body.append('\n');
        return this;
    }

    /** A comment that explains what follows. @param text lines, perhaps with some space in front, as javac hands them over */
    SourceText documentation(String text) {
        String stripped = text.strip();
        if (!stripped.contains("\n")) {
            return add("/** " + stripped + " */");
        }
        add("/**");
        stripped.lines().forEach(line -> add((" * " + line.strip()).stripTrailing()));
        return add(" */");
    }

    /** How the text may name a class: by its simple name, which is imported, unless another has it. */
    String name(String type) {
        int outer = type.length();
        for (int dot = type.indexOf('.'); dot >= 0; dot = type.indexOf('.', dot + 1)) {
            if (Character.isUpperCase(type.charAt(dot + 1))) {
                int end = type.indexOf('.', dot + 1);
                outer = end < 0 ? type.length() : end;
                break;
            }
        }
        int start = type.lastIndexOf('.', outer - 1) + 1;
        String topLevel = type.substring(0, outer);
        if (start == 0) {
            return type;
        }
        String known = imported.putIfAbsent(type.substring(start, outer), topLevel);
        if (known != null && !known.equals(topLevel)) {
            return type;
        }
        String packageName = type.substring(0, start - 1);
        if (!packageName.equals(declaration.packageName()) && !packageName.equals("java.lang")) {
            imports.add(topLevel);
        }
        return type.substring(start);
    }

    /** The whole file. */
    String file() {
        StringBuilder file = new StringBuilder("// Made by peaberry.processor of the interface ").append(declaration.qualifiedName())
                .append(". To change it, change that.\n");
        if (!declaration.packageName().isEmpty()) {
            file.append("package ").append(declaration.packageName()).append(";\n\n");
        }
        imports.forEach(type -> file.append("import ").append(type).append(";\n"));
        return file.append(imports.isEmpty() ? "" : "\n").append(body).toString();
    }

    private void addLine(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        String rest = line.isEmpty() ? "" : INDENT.repeat(depth) + line;
        while (rest.length() > WIDTH && rest.lastIndexOf(", ", WIDTH) > 0) {
            int comma = rest.lastIndexOf(", ", WIDTH);
            body.append(rest, 0, comma + 1).append('\n');
            rest = INDENT.repeat(depth) + CONTINUED + rest.substring(comma + 2);
        }
        body.append(rest).append('\n');
        if (line.endsWith("{")) {
            depth++;
        }
    }
}
