package peaberry.kernel.explore;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A change of one instruction of a compiled class: what a slip of the programmer's would have made of it.
 *
 * <p>If the instruction is not there, because the class has changed, nothing is changed; {@link #wasMade} tells.
 */
public final class CodeChange {

    private static final ClassDesc SWITCH = Switch.class.describeConstable().orElseThrow();

    /** Whether what was changed is as changed, or still as it was: the initial state is made before. */
    public static final class Switch {
        public static boolean on;

        private Switch() {
        }
    }

    private final String type;
    private final String method;
    private final Predicate<CodeElement> isMeant;
    private final BiConsumer<CodeBuilder, CodeElement> replacement;
    private final int skip;
    private int seen;

    private CodeChange(String type, String method, int skip, Predicate<CodeElement> isMeant, BiConsumer<CodeBuilder, CodeElement> replacement) {
        this.type = "peaberry.kernel." + type;
        this.method = method;
        this.skip = skip;
        this.isMeant = isMeant;
        this.replacement = replacement;
    }

    /** Does not assign a field. @param skip how many assignments of it in the method stay before this one */
    public static CodeChange withoutAssignment(String type, String method, String field, int skip) {
        return new CodeChange(type, method, skip,
                element -> element instanceof FieldInstruction access && access.opcode() == Opcode.PUTFIELD && access.name().equalsString(field),
                (code, element) -> {
                    drop(code, ((FieldInstruction) element).typeSymbol());
                    code.pop();
                });
    }

    /** Does not call a method; what it would have answered is 0, false or null. */
    public static CodeChange withoutCall(String type, String method, String called, int skip) {
        return new CodeChange(type, method, skip, element -> isCall(element, called), (code, element) -> {
            dropArguments(code, (InvokeInstruction) element);
            pushDefault(code, ((InvokeInstruction) element).typeSymbol().returnType());
        });
    }

    /** Takes the last argument of a call for what the call would have answered. */
    public static CodeChange argumentInsteadOfCall(String type, String method, String called) {
        return new CodeChange(type, method, 0, element -> isCall(element, called), (code, element) -> {
            code.swap().pop();
        });
    }

    /** Reads another constant of the same class. */
    public static CodeChange anotherConstant(String type, String method, String constant, String instead) {
        return new CodeChange(type, method, 0,
                element -> element instanceof FieldInstruction access && access.opcode() == Opcode.GETSTATIC && access.name().equalsString(constant),
                (code, element) -> {
                    FieldInstruction access = (FieldInstruction) element;
                    code.getstatic(access.owner().asSymbol(), instead, access.typeSymbol());
                });
    }

    /** Returns a constant at once. */
    public static CodeChange constantResult(String type, String method, int result) {
        return new CodeChange(type, method, 0, element -> element instanceof Instruction, (code, element) -> code.loadConstant(result).ireturn());
    }

    /** Whether the instruction was found. */
    public boolean wasMade() {
        return seen > skip;
    }

    /** The class with the change, if it is the class meant. */
    public byte[] apply(String name, byte[] bytes) {
        if (!name.equals(type)) {
            return bytes;
        }
        ClassFile file = ClassFile.of();
        return file.transformClass(file.parse(bytes),
                ClassTransform.transformingMethodBodies(found -> found.methodName().equalsString(method), this::change));
    }

    private void change(CodeBuilder code, CodeElement element) {
        if (isMeant.test(element) && seen++ == skip) {
            code.getstatic(SWITCH, "on", ConstantDescs.CD_boolean)
                    .ifThenElse(Opcode.IFNE, changed -> replacement.accept(changed, element), same -> same.with(element));
        } else {
            code.with(element);
        }
    }

    private static boolean isCall(CodeElement element, String called) {
        return element instanceof InvokeInstruction call && call.name().equalsString(called);
    }

    private static void dropArguments(CodeBuilder code, InvokeInstruction call) {
        List<ClassDesc> parameters = call.typeSymbol().parameterList();
        for (int i = parameters.size() - 1; i >= 0; i--) {
            drop(code, parameters.get(i));
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            code.pop();
        }
    }

    private static void drop(CodeBuilder code, ClassDesc kind) {
        if (TypeKind.from(kind).slotSize() == 2) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    private static void pushDefault(CodeBuilder code, ClassDesc kind) {
        switch (TypeKind.from(kind).asLoadable()) {
            case VOID -> { }
            case INT -> code.iconst_0();
            case LONG -> code.lconst_0();
            default -> code.aconst_null();
        }
    }
}
