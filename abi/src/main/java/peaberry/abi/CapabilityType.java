package peaberry.abi;

/** What a capability refers to. The ordinal is what {@link Invocation#CNODE_INSPECT} answers. */
public enum CapabilityType {
    NULL, UNTYPED, CNODE, TCB, ENDPOINT, NOTIFICATION, REPLY, VSPACE, PAGE_TABLE, FRAME,
    IRQ_CONTROL, IRQ_HANDLER, IO_PORT_CONTROL, IO_PORT;

    private static final CapabilityType[] ALL = values();

    /** The type with this ordinal; {@link #NULL} for a number that is none. */
    public static CapabilityType of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : NULL;
    }
}
