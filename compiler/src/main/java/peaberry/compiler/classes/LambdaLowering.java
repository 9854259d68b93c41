package peaberry.compiler.classes;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;

/**
 * The class of one lambda or method reference that captures nothing. Its only instance is in its static field
 * {@link #INSTANCE}; its one method converts the arguments as {@code LambdaMetafactory} says and calls the target.
 */
final class LambdaLowering {

    static final String INSTANCE = "INSTANCE";

    private static final String FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";
    private static final Map<String, ClassDesc> BOXES = Map.of(
        "Z", ConstantDescs.CD_Boolean, "B", ConstantDescs.CD_Byte, "C", ConstantDescs.CD_Character,
        "S", ConstantDescs.CD_Short, "I", ConstantDescs.CD_Integer, "J", ConstantDescs.CD_Long,
        "F", ConstantDescs.CD_Float, "D", ConstantDescs.CD_Double);

    private final ClassModel owner;
    private final InvokeDynamicInstruction call;
    private final String className;
    private final int line;
    private final String accessor;

    /** @param accessor the owner's static method that calls the target in the place of this class, or null */
    LambdaLowering(ClassModel owner, InvokeDynamicInstruction call, String suffix, int line, String accessor) {
        this.owner = owner;
        this.call = call;
        this.line = line;
        this.accessor = accessor;
        className = owner.thisClass().asInternalName() + suffix;
    }

    /** Whether {@code call} makes a lambda that captures nothing. */
    static boolean accepts(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return bootstrap.owner().descriptorString().equals(FACTORY)
            && bootstrap.methodName().equals("metafactory")
            && call.typeSymbol().parameterCount() == 0;
    }

    /** The method that the lambda calls. */
    static DirectMethodHandleDesc target(InvokeDynamicInstruction call) {
        return (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
    }

    String className() {
        return className;
    }

    ClassDesc type() {
        return ClassDesc.ofInternalName(className);
    }

    byte[] build(ClassFile classFile) {
        return classFile.build(type(), builder -> {
            builder.withVersion(owner.majorVersion(), 0);
            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
            builder.withInterfaceSymbols(call.typeSymbol().returnType());
            owner.findAttribute(Attributes.sourceFile())
                .ifPresent(file -> builder.with(SourceFileAttribute.of(file.sourceFile().stringValue())));
            if (Annotations.present(owner, Annotations.TRUSTED)) {
                builder.with(RuntimeInvisibleAnnotationsAttribute.of(
                    List.of(Annotation.of(ClassDesc.ofDescriptor(Annotations.TRUSTED)))));
            }
            builder.withField(INSTANCE, call.typeSymbol().returnType(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
            builder.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC,
                code -> code.new_(type()).dup()
                    .invokespecial(type(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                    .putstatic(type(), INSTANCE, call.typeSymbol().returnType()).return_());
            builder.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PRIVATE,
                code -> code.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME,
                    ConstantDescs.MTD_void).return_());
            builder.withMethodBody(call.name().stringValue(), erased(), ClassFile.ACC_PUBLIC, this::body);
        });
    }

    private MethodTypeDesc erased() {
        return (MethodTypeDesc) call.bootstrapArgs().get(0);
    }

    private void body(CodeBuilder code) {
        DirectMethodHandleDesc target = target(call);
        MethodTypeDesc instantiated = (MethodTypeDesc) call.bootstrapArgs().get(2);
        MethodTypeDesc wanted = target.invocationType();
        code.lineNumber(line);
        if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.new_(target.owner()).dup();
        }
        int slot = 1;
        for (int i = 0; i < wanted.parameterCount(); i++) {
            ClassDesc from = erased().parameterType(i);
            code.loadLocal(TypeKind.from(from), slot);
            convert(code, from, instantiated.parameterType(i));
            convert(code, instantiated.parameterType(i), wanted.parameterType(i));
            slot += TypeKind.from(from).slotSize();
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        if (accessor != null) {
            code.invokestatic(target.owner(), accessor, wanted, target.isOwnerInterface());
        } else {
            callTarget(code, target, type);
        }
        convert(code, wanted.returnType(), erased().returnType());
        code.return_(TypeKind.from(erased().returnType()));
    }

    private static void callTarget(CodeBuilder code, DirectMethodHandleDesc target, MethodTypeDesc type) {
        switch (target.kind()) {
            case STATIC, INTERFACE_STATIC ->
                code.invokestatic(target.owner(), target.methodName(), type, target.isOwnerInterface());
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
                code.invokeinterface(target.owner(), target.methodName(), type);
            case CONSTRUCTOR -> code.invokespecial(target.owner(), target.methodName(), type);
            default -> code.invokevirtual(target.owner(), target.methodName(), type);
        }
    }

    private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.equals(to)) {
            return;
        }
        if (from.isPrimitive() && to.isPrimitive()) {
            if (to.equals(ConstantDescs.CD_void)) {
                code.pop();
            } else {
                code.conversion(TypeKind.from(from), TypeKind.from(to));
            }
        } else if (from.isPrimitive()) {
            ClassDesc box = BOXES.get(from.descriptorString());
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
        } else if (to.equals(ConstantDescs.CD_void)) {
            code.pop();
        } else if (to.isPrimitive()) {
            ClassDesc box = BOXES.get(to.descriptorString());
            code.checkcast(box).invokevirtual(box, to.displayName() + "Value", MethodTypeDesc.of(to));
        } else if (!to.equals(ConstantDescs.CD_Object)) {
            code.checkcast(to);
        }
    }
}
