package peaberry.compiler.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaMethod;

/**
 * Debug metadata: which method and source line each instruction is of. A location's column is the number of its method
 * among those that have code on that line of that file, from 1, so that file, line and column name the method even
 * where it was inlined.
 */
public final class DebugInfo {

    private record Position(String file, int line) {
    }

    private record Location(JavaMethod method, int line) {
    }

    private final Function<JavaClass, String> sourceOf;
    private final Map<Position, List<JavaMethod>> methodsAt = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<JavaMethod, Integer> subprograms = new HashMap<>();
    private final Map<Location, Integer> locations = new HashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final int unit;
    private final int subroutineType;
    private final int weights;

    /**
     * @param methods  all that are translated, in order
     * @param sourceOf the path of a class's source file
     * @param first    the class that the first function in the image is of: some readers of DWARF 5 take the initial
     *                 file of a line program for the first one
     */
    public DebugInfo(Set<JavaMethod> methods, JavaClass first, Function<JavaClass, String> sourceOf) {
        this.sourceOf = sourceOf;
        for (JavaMethod method : methods) {
            linesOf(method).forEach(line -> methodsAt
                .computeIfAbsent(new Position(sourceOf.apply(method.owner()), line), _ -> new ArrayList<>())
                .add(method));
        }
        int unitFile = file(sourceOf.apply(first));
        unit = node("distinct !DICompileUnit(language: DW_LANG_C99, file: !" + unitFile
            + ", producer: \"peaberry\", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug,"
            + " nameTableKind: None)"); // gdb 13 trusts a name table, and asks it for addresses too
        int none = node("!{null}");
        subroutineType = node("!DISubroutineType(types: !" + none + ")");
        weights = node("!{!\"branch_weights\", i32 4000, i32 1}");
    }

    /** The method that has code at a position of the line table; null if none has. */
    public JavaMethod methodAt(String file, int line, int column) {
        List<JavaMethod> methods = methodsAt.get(new Position(file, line));
        return methods == null || column < 1 || column > methods.size() ? null : methods.get(column - 1);
    }

    /** The method whose code starts at a position without a column, as a function's prologue has; null if none does. */
    public JavaMethod methodStarting(String file, int line) {
        return methodsAt.getOrDefault(new Position(file, line), List.of()).stream()
            .filter(method -> method.code().line(0) == line).findFirst().orElse(null);
    }

    /** The source lines on which the method has code. */
    public static Set<Integer> linesOf(JavaMethod method) {
        Code code = method.code();
        Set<Integer> lines = new LinkedHashSet<>();
        for (int i = 0; i < code.size(); i++) {
            lines.add(code.line(i));
        }
        return lines;
    }

    /** The reference to the method's own node. */
    String subprogram(JavaMethod method) {
        Integer known = subprograms.get(method);
        if (known == null) {
            known = subprogram(method.qualifiedName(), method);
            subprograms.put(method, known);
        }
        return "!" + known;
    }

    /** The node of a function without a line of its own that calls {@code method}. */
    int wrapper(String symbol, JavaMethod method) {
        return subprogram(symbol, method);
    }

    /** What is appended to instructions of such a function. */
    String wrapperLocation(int wrapper) {
        return ", !dbg !" + node("!DILocation(line: 0, scope: !" + wrapper + ")");
    }

    private int subprogram(String name, JavaMethod method) {
        int file = file(sourceOf.apply(method.owner()));
        int line = method.code().line(0);
        return node("distinct !DISubprogram(name: \"" + name + "\", scope: !" + file
            + ", file: !" + file + ", line: " + line + ", type: !" + subroutineType + ", scopeLine: " + line
            + ", spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !" + unit + ")");
    }

    /** What is appended to the method's instructions of that line. */
    String location(JavaMethod method, int line) {
        Location key = new Location(method, line);
        Integer known = locations.get(key);
        if (known == null) {
            int column = methodsAt.get(new Position(sourceOf.apply(method.owner()), line)).indexOf(method) + 1;
            known = node("!DILocation(line: " + line + ", column: " + column + ", scope: " + subprogram(method) + ")");
            locations.put(key, known);
        }
        return ", !dbg !" + known;
    }

    /** What is appended to a branch whose first target is by far the likelier. */
    String likely() {
        return ", !prof !" + weights;
    }

    /** All metadata of the module. */
    String text() {
        StringBuilder text = new StringBuilder();
        int flags = nodes.size();
        text.append("!llvm.dbg.cu = !{!").append(unit).append("}\n");
        text.append("!llvm.module.flags = !{!").append(flags).append(", !").append(flags + 1).append(", !").append(flags + 2).append("}\n");
        UnaryOperator<String> flag = content -> "!{i32 " + content + "}\n";
        for (int i = 0; i < flags; i++) {
            text.append('!').append(i).append(" = ").append(nodes.get(i)).append('\n');
        }
        text.append('!').append(flags).append(" = ").append(flag.apply("7, !\"Dwarf Version\", i32 5"));
        text.append('!').append(flags + 1).append(" = ").append(flag.apply("2, !\"Debug Info Version\", i32 3"));
        // without vector registers nothing needs the stack aligned to more
        text.append('!').append(flags + 2).append(" = ").append(flag.apply("1, !\"override-stack-alignment\", i32 8"));
        return text.toString();
    }

    private int file(String path) {
        Integer known = files.get(path);
        if (known == null) {
            known = node("!DIFile(filename: \"" + path + "\", directory: \".\")");
            files.put(path, known);
        }
        return known;
    }

    private int node(String text) {
        nodes.add(text);
        return nodes.size() - 1;
    }
}
