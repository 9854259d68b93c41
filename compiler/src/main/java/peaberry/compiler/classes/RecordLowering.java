package peaberry.compiler.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code equals} and {@code hashCode} of a record as bytecode, with the results of {@code java.lang.runtime.ObjectMethods}.
 * {@code toString} is not lowered.
 */
final class RecordLowering {

    private static final String BOOTSTRAP = "Ljava/lang/runtime/ObjectMethods;";
    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
    private static final MethodTypeDesc HASH_CODE = MethodTypeDesc.of(ConstantDescs.CD_int);
    private static final Map<String, ClassDesc> HASHED_BY = Map.of(
        "Z", ConstantDescs.CD_Boolean, "J", ConstantDescs.CD_Long);

    private final ClassFiles files;
    private final ClassDesc type;
    private final List<DirectMethodHandleDesc> getters;

    private RecordLowering(ClassFiles files, List<ConstantDesc> arguments) {
        this.files = files;
        type = (ClassDesc) arguments.getFirst();
        getters = arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    }

    /** What the call does, or null if it is none of a record or is not lowered. */
    static Consumer<CodeBuilder> body(ClassFiles files, InvokeDynamicInstruction call) {
        if (!call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAP)) {
            return null;
        }
        RecordLowering lowering = new RecordLowering(files, call.bootstrapArgs());
        if (lowering.getters.stream().anyMatch(RecordLowering::isFloating)) {
            return null;
        }
        return switch (call.name().stringValue()) {
            case "equals" -> lowering::equalsBody;
            case "hashCode" -> lowering::hashCodeBody;
            default -> null;
        };
    }

    private static boolean isFloating(DirectMethodHandleDesc getter) {
        String descriptor = componentType(getter).descriptorString();
        return descriptor.equals("F") || descriptor.equals("D");
    }

    private static ClassDesc componentType(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    private void equalsBody(CodeBuilder code) {
        Label equal = code.newLabel();
        Label different = code.newLabel();
        code.aload(0).aload(1).if_acmpeq(equal);
        code.aload(1).instanceOf(type).ifeq(different);
        code.aload(1).checkcast(type).astore(2);
        for (DirectMethodHandleDesc getter : getters) {
            compare(code, getter, different);
        }
        code.labelBinding(equal).iconst_1().ireturn();
        code.labelBinding(different).iconst_0().ireturn();
    }

    private void compare(CodeBuilder code, DirectMethodHandleDesc getter, Label different) {
        ClassDesc held = load(code, 0, getter);
        load(code, 2, getter);
        if (held.equals(ConstantDescs.CD_long)) {
            code.lcmp().ifne(different);
        } else if (held.isPrimitive()) {
            code.if_icmpne(different);
        } else if (held.isArray()) {
            code.if_acmpne(different);
        } else {
            Label absent = code.newLabel();
            Label next = code.newLabel();
            code.astore(4).astore(3);
            code.aload(3).ifnull(absent).aload(3).aload(4);
            invoke(code, held, "equals", EQUALS);
            code.ifeq(different).goto_(next);
            code.labelBinding(absent).aload(4).ifnonnull(different);
            code.labelBinding(next);
        }
    }

    private void hashCodeBody(CodeBuilder code) {
        code.iconst_0();
        for (DirectMethodHandleDesc getter : getters) {
            code.bipush(31).imul();
            ClassDesc held = load(code, 0, getter);
            ClassDesc hashedBy = HASHED_BY.get(held.descriptorString());
            if (hashedBy != null) {
                code.invokestatic(hashedBy, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, held));
            } else if (!held.isPrimitive()) {
                Label absent = code.newLabel();
                Label next = code.newLabel();
                code.astore(1).aload(1).ifnull(absent).aload(1);
                invoke(code, held, "hashCode", HASH_CODE);
                code.goto_(next).labelBinding(absent).iconst_0().labelBinding(next);
            }
            code.iadd();
        }
        code.ireturn();
    }

    /** Pushes the component, of an unboxed record its component, and says the type. */
    private ClassDesc load(CodeBuilder code, int slot, DirectMethodHandleDesc getter) {
        ClassDesc declared = componentType(getter);
        code.loadLocal(TypeKind.REFERENCE, slot).getfield(type, getter.methodName(), declared);
        ClassModel model = model(declared);
        if (model == null || !Annotations.present(model, Annotations.UNBOXED)) {
            return declared;
        }
        var component = model.fields().stream().filter(field -> !field.flags().has(AccessFlag.STATIC)).findFirst()
            .orElseThrow();
        ClassDesc held = component.fieldTypeSymbol();
        code.invokevirtual(declared, component.fieldName().stringValue(), MethodTypeDesc.of(held));
        return held;
    }

    private void invoke(CodeBuilder code, ClassDesc owner, String name, MethodTypeDesc descriptor) {
        ClassModel model = model(owner);
        if (model != null && model.flags().has(AccessFlag.INTERFACE)) {
            code.invokeinterface(owner, name, descriptor);
        } else {
            code.invokevirtual(owner, name, descriptor);
        }
    }

    private ClassModel model(ClassDesc declared) {
        if (!declared.isClassOrInterface()) {
            return null;
        }
        String descriptor = declared.descriptorString();
        ClassFiles.Found found = files.raw(descriptor.substring(1, descriptor.length() - 1));
        return found == null ? null : ClassFile.of().parse(found.bytes());
    }
}
