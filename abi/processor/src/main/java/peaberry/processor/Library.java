package peaberry.processor;

/** Names of the classes that declarations and generated code use. The processor is compiled before them. */
final class Library {

    static final String ABI = "peaberry.abi.";
    static final String RUNTIME = "peaberry.runtime.";

    static final String INTERFACE = ABI + "Interface";
    static final String METHOD_NAMES = ABI + "MethodNames";
    static final String IDEMPOTENT = ABI + "Idempotent";
    static final String SIZE = ABI + "Size";
    static final String RANGE = ABI + "Range";
    static final String OUTCOME = ABI + "Outcome";
    static final String UNBOXED = "peaberry.machine.Unboxed";
    static final String TEXT = RUNTIME + "Text";
    /** The record for a capability of any type. */
    static final String ANY_CAPABILITY = RUNTIME + "Capability";
    /** The constant of the record for a capability that says of which type it is. */
    static final String CAPABILITY_TYPE = "TYPE";

    private Library() {
    }
}
