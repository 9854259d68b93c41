package peaberry.abi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declaration of one {@link Invocation}: all that the kernel checks before the object's own code, that a stub passes, and
 * that the manual says. It is built when the enum is, and never changes after that. What no compiled code reads is in no
 * image, so the text costs nothing there.
 */
public final class Operation {

    /** A word of the answer. @param name in the form of a Java variable @param text continuing the name as in a list */
    public record Result(String name, String text) {
    }

    private final CapabilityType type;
    private final Rights right;
    private final String text;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Map<KernelError, String> ownErrors = new EnumMap<>(KernelError.class);

    private Operation(CapabilityType type, Rights right, String text) {
        this.type = type;
        this.right = right;
        this.text = text.strip();
    }

    /** An operation of capabilities of this type that have this right. @param text what it does, when, to what effect */
    static Operation on(CapabilityType type, Rights right, String text) {
        return new Operation(type, right, text);
    }

    Operation number(String name, String meaning) {
        return with(Parameter.word(name, Parameter.Kind.NUMBER, meaning));
    }

    Operation objectType(String name, String meaning) {
        return with(Parameter.word(name, Parameter.Kind.OBJECT_TYPE, meaning));
    }

    Operation rights(String name, String meaning) {
        return with(Parameter.word(name, Parameter.Kind.RIGHTS, meaning));
    }

    Operation flag(String name, String meaning) {
        return with(Parameter.word(name, Parameter.Kind.FLAG, meaning));
    }

    Operation capability(String name, CapabilityType kind, Rights needed, String meaning) {
        return with(new Parameter(name, Parameter.Kind.CAPABILITY, kind, needed, meaning));
    }

    Operation optional(String name, CapabilityType kind, Rights needed, String meaning) {
        return with(new Parameter(name, Parameter.Kind.OPTIONAL_CAPABILITY, kind, needed, meaning));
    }

    Operation answers(String name, String meaning) {
        results.add(new Result(name, meaning));
        return this;
    }

    /** A refusal by the object's own checks; those that every invocation makes need no mention. */
    Operation refuses(KernelError error, String reason) {
        ownErrors.put(error, reason);
        return this;
    }

    private Operation with(Parameter parameter) {
        if (parameters.size() == Tag.REGISTER_WORDS) {
            throw new IllegalStateException("the parameters of an invocation travel in registers");
        }
        parameters.add(parameter);
        return this;
    }

    /** Of what the operation is one. */
    public CapabilityType type() {
        return type;
    }

    /** What the invoked capability must allow; perhaps nothing. */
    public Rights right() {
        return right;
    }

    /** What it does, when, and to what effect. */
    public String text() {
        return text;
    }

    /** The words of the message, in order. */
    public List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** The words of the answer, in order. */
    public List<Result> results() {
        return Collections.unmodifiableList(results);
    }

    /** Every error that this operation may answer. */
    public Set<KernelError> errors() {
        Set<KernelError> all = EnumSet.of(KernelError.ILLEGAL_OPERATION, KernelError.INVALID_ARGUMENT, KernelError.TRUNCATED_MESSAGE);
        all.addAll(refusals().keySet());
        return all;
    }

    /** The errors of this operation and the reasons, without those that are the same for any: a bad label, tag or length. */
    public Map<KernelError, String> refusals() {
        Map<KernelError, String> all = new EnumMap<>(KernelError.class);
        if (right.bits() != 0) {
            add(all, KernelError.MISSING_RIGHT, "the capability does not allow it");
        }
        for (Parameter parameter : parameters) {
            if (parameter.isCapability()) {
                add(all, KernelError.FAILED_LOOKUP, "`" + parameter.name() + "` names no capability of its type");
                if (parameter.rights().bits() != 0) {
                    add(all, KernelError.MISSING_RIGHT, "`" + parameter.name() + "` does not allow it");
                }
            }
        }
        ownErrors.forEach((error, reason) -> add(all, error, reason));
        return all;
    }

    /** The errors that the object's own checks answer. */
    public Set<KernelError> objectErrors() {
        return Collections.unmodifiableSet(ownErrors.keySet());
    }

    private static void add(Map<KernelError, String> errors, KernelError error, String reason) {
        errors.merge(error, reason, (one, other) -> one + "; " + other);
    }
}
