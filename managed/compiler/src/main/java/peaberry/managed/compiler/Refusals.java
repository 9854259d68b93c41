package peaberry.managed.compiler;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teavm.callgraph.CallGraph;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;

/**
 * What TeaVM cannot do with a program, in its author's terms: for each thing the line of his own that leads there, and the way through what others wrote. His own are the classes in folders of the
 * class path; others' are in jars.
 */
final class Refusals {

    private static final int MOST = 20;
    /** How far back callers are looked for, in methods. */
    private static final int MOST_METHODS = 100_000;
    private static final Pattern MISSING = Pattern.compile("(Class|Method|Field) (.*) was not found");
    private static final Pattern OF_JAVA = Pattern.compile("(java|javax|jdk|sun)\\..*");

    private final CallGraph graph;
    private final List<Path> own;

    /** @param classPath of the program */
    Refusals(CallGraph graph, List<File> classPath) {
        this.graph = graph;
        own = classPath.stream().filter(File::isDirectory).map(File::toPath).toList();
    }

    /** A step on the way: a line of a method. */
    private record Step(MethodReference method, TextLocation place) {

        String file() {
            return place == null || place.getFileName() == null ? method.getClassName() : place.getFileName() + ":" + place.getLine();
        }

        @Override
        public String toString() {
            String file = file();
            return method.getClassName() + "." + method.getName() + " (" + file.substring(file.lastIndexOf('/') + 1) + ")";
        }
    }

    /** All of them, each once, the first ones with the lines. */
    String text(List<Problem> problems) {
        Map<String, List<Step>> ways = new LinkedHashMap<>();
        for (Problem problem : problems) {
            ways.merge(text(problem), way(problem.getLocation()), (one, other) -> one.isEmpty() || !other.isEmpty() && other.size() < one.size() ? other : one);
        }
        Set<String> told = new LinkedHashSet<>();
        ways.forEach((text, way) -> told.add(way.isEmpty() ? text
                : way.getFirst().file() + ": " + text + way.stream().filter(step -> !isInner(step)).map(step -> "\n    in " + step).collect(Collectors.joining())));
        String first = told.stream().limit(MOST).collect(Collectors.joining("\n"));
        return told.size() <= MOST ? first : first + "\nand " + (told.size() - MOST) + " more";
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer consumer = new DefaultProblemTextConsumer();
        problem.render(consumer);
        Matcher missing = MISSING.matcher(consumer.getText());
        if (!missing.matches()) {
            return consumer.getText();
        }
        String what = missing.group(1).toLowerCase(Locale.ROOT) + " " + missing.group(2);
        return OF_JAVA.matcher(missing.group(2)).matches() ? "Peaberry's class library has no " + what : "the class path has no " + what;
    }

    /** From a line of the author's own to the problem, over as few methods as possible; or just where the problem is. */
    private List<Step> way(CallLocation location) {
        if (location == null) {
            return List.of();
        }
        Step end = new Step(location.getMethod(), location.getSourceLocation());
        Map<MethodReference, MethodReference> next = new HashMap<>();
        Map<MethodReference, TextLocation> places = new HashMap<>();
        places.put(end.method(), end.place());
        Deque<MethodReference> open = new ArrayDeque<>(List.of(end.method()));
        while (!open.isEmpty() && places.size() < MOST_METHODS) {
            MethodReference method = open.remove();
            if (isOwn(method.getClassName())) {
                return steps(method, places, next);
            }
            CallGraphNode node = graph.getNode(method);
            for (CallSite site : node == null ? List.<CallSite>of() : node.getCallerCallSites()) {
                for (CallGraphNode caller : site.getCallers()) {
                    if (!places.containsKey(caller.getMethod())) {
                        places.put(caller.getMethod(), site.getLocations(caller).stream().findFirst().orElse(null));
                        next.put(caller.getMethod(), method);
                        open.add(caller.getMethod());
                    }
                }
            }
        }
        return List.of(end);
    }

    private static List<Step> steps(MethodReference first, Map<MethodReference, TextLocation> places, Map<MethodReference, MethodReference> next) {
        List<Step> steps = new ArrayList<>();
        for (MethodReference method = first; method != null; method = next.get(method)) {
            steps.add(new Step(method, places.get(method)));
        }
        return steps;
    }

    /** Whether a step is TeaVM's affair. */
    private static boolean isInner(Step step) {
        return step.method().getClassName().startsWith("org.teavm.");
    }

    private boolean isOwn(String name) {
        String file = name.replace('.', '/') + ".class";
        return own.stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
    }
}
