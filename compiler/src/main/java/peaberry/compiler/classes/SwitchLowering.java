package peaberry.compiler.classes;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A switch over patterns as a chain of tests, with the results of {@code java.lang.runtime.SwitchBootstraps}: the index
 * of the first label from the restart index on that the selector matches, their number if there is none, -1 for null.
 */
final class SwitchLowering {

    private static final String BOOTSTRAP = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final ClassDesc ENUM_DESC = ClassDesc.of("java.lang.Enum$EnumDesc");
    /** What a selector of a box is compared with the number of a label as. */
    private static final Map<ClassDesc, ClassDesc> UNBOXED = Map.of(
        ConstantDescs.CD_Byte, ConstantDescs.CD_byte, ConstantDescs.CD_Short, ConstantDescs.CD_short,
        ConstantDescs.CD_Character, ConstantDescs.CD_char, ConstantDescs.CD_Integer, ConstantDescs.CD_int);
    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    private SwitchLowering() {
    }

    /** What the call does, or null if it is no pattern switch or has a label that is not lowered. */
    static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
        if (!call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAP)) {
            return null;
        }
        boolean names = call.bootstrapMethod().methodName().equals("enumSwitch");
        ClassDesc selector = call.typeSymbol().parameterType(0);
        List<ConstantDesc> labels = call.bootstrapArgs();
        if (selector.isPrimitive()) {
            boolean same = labels.stream().allMatch(selector::equals);
            return same ? code -> firstFrom(code, selector, labels.size()) : null;
        }
        boolean known = labels.stream().allMatch(label -> accepts(label, selector));
        return known ? code -> chain(code, selector, labels, names) : null;
    }

    private static boolean accepts(ConstantDesc label, ClassDesc selector) {
        return switch (label) {
            case ClassDesc type -> !type.isPrimitive();
            case String _ -> true;
            case Integer _ -> UNBOXED.containsKey(selector);
            case DynamicConstantDesc<?> dynamic -> isEnumConstant(dynamic);
            default -> false;
        };
    }

    /** {@code EnumDesc.of(ClassDesc.of(name), constant)}, as javac writes a qualified enum constant. */
    private static boolean isEnumConstant(DynamicConstantDesc<?> dynamic) {
        List<ConstantDesc> arguments = dynamic.bootstrapArgsList();
        return dynamic.constantType().equals(ENUM_DESC) && arguments.size() == 3
            && arguments.get(1) instanceof DynamicConstantDesc<?> && arguments.get(2) instanceof String;
    }

    /** All labels match every value of a primitive component's own type: the answer is the restart index. */
    private static void firstFrom(CodeBuilder code, ClassDesc selector, int labels) {
        int restart = TypeKind.from(selector).slotSize();
        code.iload(restart).loadConstant(labels)
            .invokestatic(ClassDesc.of("java.lang.Math"), "min",
                MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int))
            .ireturn();
    }

    private static void chain(CodeBuilder code, ClassDesc selector, List<ConstantDesc> labels, boolean names) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            switch (labels.get(i)) {
                case ClassDesc type -> code.aload(0).instanceOf(type).ifeq(next);
                case String constant when names -> compareConstant(code, selector, constant, next);
                case String text -> code.loadConstant(text).aload(0)
                    .invokevirtual(ConstantDescs.CD_String, "equals", EQUALS).ifeq(next);
                case Integer number -> compareNumber(code, selector, number, next);
                case DynamicConstantDesc<?> dynamic -> compareConstant(code, enumClass(dynamic),
                    (String) dynamic.bootstrapArgsList().get(2), next);
                default -> throw new IllegalStateException("label " + labels.get(i));
            }
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static ClassDesc enumClass(DynamicConstantDesc<?> dynamic) {
        DynamicConstantDesc<?> ofClass = (DynamicConstantDesc<?>) dynamic.bootstrapArgsList().get(1);
        return ClassDesc.of((String) ofClass.bootstrapArgsList().getLast());
    }

    private static void compareConstant(CodeBuilder code, ClassDesc type, String constant, Label next) {
        code.aload(0).getstatic(type, constant, type).if_acmpne(next);
    }

    private static void compareNumber(CodeBuilder code, ClassDesc selector, int number, Label next) {
        ClassDesc primitive = UNBOXED.get(selector);
        code.aload(0).invokevirtual(selector, primitive.displayName() + "Value", MethodTypeDesc.of(primitive))
            .loadConstant(number).if_icmpne(next);
    }
}
