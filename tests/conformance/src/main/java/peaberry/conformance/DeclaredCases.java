package peaberry.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Operation;
import peaberry.abi.Parameter;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.runtime.Message;

/**
 * What the declaration of an {@link Invocation} promises of all of them alike: a capability of another type, a short message, and
 * a missing right are refused, and so is a parameter that names nothing, another type, or a capability without a right that it
 * needs. The cases are made at build time: an invocation that is added has them at once.
 */
final class DeclaredCases {

    private static final Rights[] SINGLE_RIGHTS = {Rights.READ, Rights.WRITE};
    /** Capabilities of these are not copied, so they never lack a right. */
    private static final Set<CapabilityType> ALWAYS_WHOLE =
            Set.of(CapabilityType.UNTYPED, CapabilityType.PAGE_TABLE, CapabilityType.IO_PORT_CONTROL);

    static final Case[] ALL = Stream.of(Invocation.values()).flatMap(DeclaredCases::of).toArray(Case[]::new);

    private static final long[] WORDS = new long[Tag.REGISTER_WORDS];

    private DeclaredCases() {
    }

    /**
     * One refusal. Only what it needs of the declaration is kept, so that the manual's text is not in the program.
     *
     * @param invoked  what the invoked capability names
     * @param lacking  the right that it lacks, or none
     * @param given    what the parameters name: null for a number, {@code NULL} for an empty slot
     * @param flawed   the parameter whose capability lacks a right, or a number that is none
     * @param flaw     the right that it lacks
     */
    private record Refusal(int label, int length, CapabilityType invoked, Rights lacking, CapabilityType[] given, int flawed,
            Rights flaw, KernelError expected) implements Case.Body {

        @Override
        public void run() {
            int target = make(invoked, lacking);
            for (int i = 0; i < given.length; i++) {
                WORDS[i] = given[i] == null ? 0 : make(given[i], i == flawed ? flaw : Rights.NONE);
            }
            Message.setWords(WORDS[0], WORDS[1], WORDS[2]);
            Message.setNextWords(WORDS[3], WORDS[4], WORDS[5]);
            Check.error(expected, Kernel.invoke(target, label, length), "the answer");
        }

        private static int make(CapabilityType type, Rights without) {
            int slot = Fresh.of(type);
            return without.bits() == 0 ? slot : Fresh.copy(slot, new Rights(Rights.ALL.bits() & ~without.bits()));
        }
    }

    /** The cases of one invocation while they are made. */
    private static final class Maker {

        private static final int NOBODY = -1;

        private final List<Case> cases = new ArrayList<>();
        private final Invocation invocation;
        private final List<Parameter> parameters;
        private final CapabilityType type;

        Maker(Invocation invocation) {
            this.invocation = invocation;
            parameters = invocation.operation().parameters();
            type = invocation.operation().type();
        }

        void add(String end, CapabilityType invoked, Rights lacking, int length, CapabilityType[] given, int flawed, Rights flaw,
                KernelError expected) {
            cases.add(new Case(objectName(type), methodName(invocation) + end,
                    new Refusal(invocation.ordinal(), length, invoked, lacking, given, flawed, flaw, expected)));
        }

        void add(String end, CapabilityType invoked, Rights lacking, int length, KernelError expected) {
            add(end, invoked, lacking, length, new CapabilityType[Tag.REGISTER_WORDS], NOBODY, Rights.NONE, expected);
        }

        /** The parameter {@code index} is of {@code wrong} type and those before it are right. */
        void add(String end, int index, CapabilityType wrong, Rights flaw, KernelError expected) {
            CapabilityType[] given = new CapabilityType[Tag.REGISTER_WORDS];
            for (int i = 0; i < index; i++) {
                given[i] = parameters.get(i).kind() == Parameter.Kind.CAPABILITY ? parameters.get(i).type() : null;
            }
            given[index] = wrong;
            add(end, type, Rights.NONE, parameters.size(), given, index, flaw, expected);
        }
    }

    private static Stream<Case> of(Invocation invocation) {
        Operation operation = invocation.operation();
        Maker maker = new Maker(invocation);
        int length = operation.parameters().size();
        maker.add("RefusesAnotherType", other(operation.type()), Rights.NONE, length, KernelError.ILLEGAL_OPERATION);
        if (length > 0) {
            maker.add("RefusesAShortMessage", operation.type(), Rights.NONE, length - 1, KernelError.TRUNCATED_MESSAGE);
        }
        for (Rights right : SINGLE_RIGHTS) {
            if (operation.right().include(right) && !ALWAYS_WHOLE.contains(operation.type())) {
                maker.add("NeedsTheRightTo" + verb(right), operation.type(), right, length, KernelError.MISSING_RIGHT);
            }
        }
        for (int i = 0; i < length; i++) {
            if (operation.parameters().get(i).isCapability()) {
                parameter(maker, i, operation.parameters().get(i));
            }
        }
        return maker.cases.stream();
    }

    private static void parameter(Maker maker, int index, Parameter parameter) {
        String name = capitalised(parameter.name());
        maker.add("RefusesAnEmptySlotAs" + name, index, CapabilityType.NULL, Rights.NONE, KernelError.FAILED_LOOKUP);
        maker.add("RefusesAnotherTypeAs" + name, index, other(parameter.type()), Rights.NONE, KernelError.FAILED_LOOKUP);
        for (Rights right : SINGLE_RIGHTS) {
            if (parameter.rights().include(right) && !ALWAYS_WHOLE.contains(parameter.type())) {
                maker.add("NeedsTheRightTo" + verb(right) + name, index, parameter.type(), right, KernelError.MISSING_RIGHT);
            }
        }
    }

    /** A type that no invocation takes for this one. */
    private static CapabilityType other(CapabilityType type) {
        return type == CapabilityType.NOTIFICATION ? CapabilityType.ENDPOINT : CapabilityType.NOTIFICATION;
    }

    private static String verb(Rights right) {
        return right.include(Rights.READ) ? "Read" : "Write";
    }

    /** As the kernel's class is called: {@code IrqHandler}. */
    private static String objectName(CapabilityType type) {
        return switch (type) {
            case CNODE -> "CNode";
            case VSPACE -> "VSpace";
            default -> capitalised(camelCase(type.name()));
        };
    }

    /** The constant's name without the object's. */
    private static String methodName(Invocation invocation) {
        String prefix = invocation.operation().type().name() + "_";
        String name = invocation.name();
        return camelCase(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            name.append(capitalised(word.toLowerCase()));
        }
        return name.substring(0, 1).toLowerCase() + name.substring(1);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase() + name.substring(1);
    }
}
