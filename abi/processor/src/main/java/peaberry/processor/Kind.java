package peaberry.processor;

import java.util.List;

/** What one value is that travels in a message, and which values of its type do. */
sealed interface Kind {

    /** A value that is one word of the message. */
    sealed interface Word extends Kind {
    }

    /**
     * A whole number.
     *
     * @param type a primitive type of Java
     * @param min  the least that travels, in the range of the type
     * @param max  the greatest
     */
    record Number(String type, long min, long max) implements Word {
    }

    /** Yes or no: 1 or 0. */
    record Truth() implements Word {
    }

    /** A constant of an enum: its ordinal. */
    record Constant(String type, List<String> names) implements Word {
        public Constant {
            names = List.copyOf(names);
        }
    }

    /**
     * A record that is its only component in native code.
     *
     * @param component the component's name
     */
    record Wrapped(String type, String component, Word content) implements Word {
    }

    /** Bytes: a word that says how many, and behind all words the bytes themselves. */
    record Bytes(int size) implements Kind {
    }

    /** Text of the runtime; travels as {@link Bytes}. */
    record Characters(int size) implements Kind {
    }

    /**
     * A capability: it travels beside the words.
     *
     * @param type the record that holds its slot
     * @param any  whether the kernel's type of it is not said, else the record's constant {@link Library#CAPABILITY_TYPE} says it
     */
    record Capability(String type, boolean any) implements Kind {
    }

    /** Whether its length differs from message to message. */
    default boolean isVariable() {
        return this instanceof Bytes || this instanceof Characters;
    }

    /** Its type in Java. */
    default String type() {
        return switch (this) {
            case Number number -> number.type;
            case Truth _ -> "boolean";
            case Constant constant -> constant.type;
            case Wrapped wrapped -> wrapped.type;
            case Bytes _ -> "byte[]";
            case Characters _ -> Library.TEXT;
            case Capability capability -> capability.type;
        };
    }

    /** Everything that both sides must agree on. */
    default String identity() {
        return switch (this) {
            case Number number -> number.type + " " + number.min + ".." + number.max;
            case Truth _ -> "boolean";
            case Constant constant -> constant.type + constant.names;
            case Wrapped wrapped -> wrapped.type + "(" + wrapped.content.identity() + ")";
            case Bytes bytes -> "bytes " + bytes.size;
            case Characters text -> "text " + text.size;
            case Capability capability -> "capability " + capability.type;
        };
    }
}
