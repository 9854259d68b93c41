package peaberry.abi;

/**
 * One word of an invocation's message.
 *
 * @param name   as the stubs and the manual call it, in the form of a Java variable
 * @param kind   how the word is read
 * @param type   of a capability, what kind it must be; else {@link CapabilityType#NULL}
 * @param rights of a capability, those that it must have; else none
 * @param text   what it is for, continuing the name as in a list
 */
public record Parameter(String name, Kind kind, CapabilityType type, Rights rights, String text) {

    /** How a parameter's word is read. */
    public enum Kind {
        NUMBER,
        /** An {@link ObjectType}'s ordinal. */
        OBJECT_TYPE,
        /** {@link Rights#bits}; higher bits do not count. */
        RIGHTS,
        /** 0 or 1. */
        FLAG,
        /** The address of a capability in the caller's own CNode. */
        CAPABILITY,
        /** As {@link #CAPABILITY}, or 0 for none. */
        OPTIONAL_CAPABILITY
    }

    /** A word that names no capability. */
    static Parameter word(String name, Kind kind, String text) {
        return new Parameter(name, kind, CapabilityType.NULL, Rights.NONE, text);
    }

    /** Whether the word names a capability. */
    public boolean isCapability() {
        return kind == Kind.CAPABILITY || kind == Kind.OPTIONAL_CAPABILITY;
    }
}
