package peaberry.kernel;

import java.util.List;
import peaberry.abi.Invocation;
import peaberry.abi.Operation;
import peaberry.abi.Parameter;
import peaberry.abi.Tag;

/**
 * What is checked of each invocation before the object's own code runs, as {@link Invocation} declares it. The tables are
 * computed when the kernel is built: at run time nothing of the declarations is left but these numbers.
 */
final class InvocationTable {

    /** How many invocations there are. */
    static final int COUNT = Invocation.values().length;
    /** The most parameters of an invocation that name capabilities. */
    static final int MAX_CAPABILITIES = Tag.REGISTER_WORDS;

    private static final Requirement[] TARGETS = new Requirement[COUNT];
    private static final int[] LENGTHS = new int[COUNT];
    private static final int[] CAPABILITIES = new int[COUNT];
    /** In rows of {@link #MAX_CAPABILITIES}. */
    private static final Requirement[] PARAMETERS = new Requirement[COUNT * MAX_CAPABILITIES];

    static {
        for (Invocation invocation : Invocation.values()) {
            enter(invocation.ordinal(), invocation.operation());
        }
    }

    private InvocationTable() {
    }

    private static void enter(int label, Operation operation) {
        TARGETS[label] = Requirement.of(operation.type(), operation.right());
        List<Parameter> parameters = operation.parameters();
        LENGTHS[label] = parameters.size();
        for (int word = 0; word < parameters.size(); word++) {
            Parameter parameter = parameters.get(word);
            if (parameter.isCapability()) {
                Requirement needed = Requirement.of(parameter.type(), parameter.rights()).namedBy(word);
                boolean required = parameter.kind() == Parameter.Kind.CAPABILITY;
                PARAMETERS[label * MAX_CAPABILITIES + CAPABILITIES[label]++] = required ? needed : needed.orNone();
            }
        }
    }

    /** What the invoked capability must be. @param label 0 to {@link #COUNT} - 1, as for all methods here */
    static Requirement target(int label) {
        return TARGETS[label];
    }

    /** How many words the message must have. */
    static int length(int label) {
        return LENGTHS[label];
    }

    /** How many parameters name capabilities. */
    static int capabilities(int label) {
        return CAPABILITIES[label];
    }

    /** What a parameter must be. @param number 0 to {@link #capabilities} - 1 */
    static Requirement capability(int label, int number) {
        return PARAMETERS[label * MAX_CAPABILITIES + number];
    }
}
