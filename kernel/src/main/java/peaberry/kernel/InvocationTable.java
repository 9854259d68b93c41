package peaberry.kernel;

import peaberry.abi.Invocation;

/**
 * What is checked of each invocation before the object's own code runs, as {@link Invocation} declares it. The table is
 * computed when the kernel is built: at run time nothing of the declarations is left but one number each.
 */
final class InvocationTable {

    private static final Demand[] DEMANDS = new Demand[Invocation.values().length];

    static {
        for (Invocation invocation : Invocation.values()) {
            DEMANDS[invocation.ordinal()] = Demand.of(invocation.operation());
        }
    }

    private InvocationTable() {
    }

    /** Whether there is an invocation of this number. */
    static boolean has(int label) {
        return label >= 0 && label < DEMANDS.length;
    }

    /** @param label one for which {@link #has} holds */
    static Demand demand(int label) {
        return DEMANDS[label];
    }
}
