package peaberry.managed.compiler;

import java.util.Map;
import java.util.Optional;
import org.teavm.dependency.DependencyInfo;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.ProblemSeverity;
import org.teavm.model.CallLocation;

/**
 * What TeaVM's class library has of reflection and its C has not. TeaVM notices that when it writes the C, and fails with the name of the method of its own that it cannot write, as
 * {@code methodCount}.
 */
final class Reflection {

    private static final String PACKAGE = "org.teavm.runtime.reflect.";
    private static final Map<String, String> MISSING = Map.of(
            "methodCount", "a class cannot be asked for its methods or constructors (reflection)", "method", "a class cannot be asked for its methods or constructors (reflection)",
            "typeParameterCount", "a class cannot be asked for its type parameters (reflection)", "typeParameter", "a class cannot be asked for its type parameters (reflection)",
            "innerClassCount", "a class cannot be asked for the classes in it (reflection)", "innerClass", "a class cannot be asked for the classes in it (reflection)",
            "newInstance", "a class cannot be asked to make an object (reflection)", "initializeNewInstance", "a class cannot be asked to make an object (reflection)",
            "newProxyInstance", "there are no proxies (reflection)");

    private Reflection() {
    }

    /** What a failure of TeaVM's means; empty if it has to do with something else. */
    static Optional<Problem> problem(RuntimeException failure, DependencyInfo program) {
        String name = failure.getMessage();
        if (!(failure instanceof IllegalArgumentException) || name == null || !MISSING.containsKey(name)) {
            return Optional.empty();
        }
        return program.getReachableMethods().stream().filter(method -> method.getClassName().startsWith(PACKAGE) && method.getName().equals(name)).findFirst()
                .map(method -> new Problem(ProblemSeverity.ERROR, new CallLocation(method), MISSING.get(name), new Object[0]));
    }
}
