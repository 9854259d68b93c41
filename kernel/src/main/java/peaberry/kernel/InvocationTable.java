package peaberry.kernel;

import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.Operation;
import peaberry.abi.Parameter;
import peaberry.abi.Rights;

/**
 * What is checked of each invocation before the object's own code runs, as {@link Invocation} declares it. The tables are
 * computed when the kernel is built: at run time nothing of the declarations is left but these few numbers.
 */
final class InvocationTable {

    private static final int COUNT = Invocation.values().length;

    private static final CapabilityType[] TYPES = new CapabilityType[COUNT];
    private static final Rights[] RIGHTS = new Rights[COUNT];
    private static final int[] LENGTHS = new int[COUNT];
    private static final CapabilityParameters[] PARAMETERS = new CapabilityParameters[COUNT];

    static {
        for (Invocation invocation : Invocation.values()) {
            enter(invocation.ordinal(), invocation.operation());
        }
    }

    private InvocationTable() {
    }

    private static void enter(int label, Operation operation) {
        List<Parameter> parameters = operation.parameters();
        TYPES[label] = operation.type();
        RIGHTS[label] = operation.right();
        LENGTHS[label] = parameters.size();
        PARAMETERS[label] = CapabilityParameters.of(parameters);
    }

    /** Whether there is an invocation of this number. */
    static boolean has(int label) {
        return label >= 0 && label < COUNT;
    }

    /** Of which type of capability it is an invocation. @param label one for which {@link #has} holds, as for all methods here */
    static CapabilityType type(int label) {
        return TYPES[label];
    }

    /** What the invoked capability must allow. */
    static Rights right(int label) {
        return RIGHTS[label];
    }

    /** How many words the message must have. */
    static int length(int label) {
        return LENGTHS[label];
    }

    /** What its parameters that are capabilities must be. */
    static CapabilityParameters parameters(int label) {
        return PARAMETERS[label];
    }
}
