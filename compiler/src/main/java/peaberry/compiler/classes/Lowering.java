package peaberry.compiler.classes;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replaces those {@code invokedynamic} instructions of a class that can be plain bytecode: lambdas and method references
 * that capture nothing become objects of classes made here, record methods and pattern switches become static methods.
 * Others stay as they are, to be refused if they are reached.
 */
final class Lowering {

    /** In the name of each class that is made, after its owner's name. */
    static final String MARK = "$$Lambda$";

    private final ClassFile classFile;
    private final ClassFiles files;
    private final byte[] original;
    private final ClassModel model;
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();
    private final Set<String> exposed = new HashSet<>();

    Lowering(ClassFiles files, byte[] original) {
        this.files = files;
        this.original = original;
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(files.hierarchy()));
        model = classFile.parse(original);
    }

    /** The class files that result, by name: the class itself and those that were made for its lambdas. */
    Map<String, byte[]> run() {
        for (MethodModel method : model.methods()) {
            method.code().ifPresent(code -> code.forEach(element -> {
                if (element instanceof InvokeDynamicInstruction call && LambdaLowering.accepts(call)
                    && LambdaLowering.target(call).owner().equals(model.thisClass().asSymbol())) {
                    exposed.add(signature(LambdaLowering.target(call)));
                }
            }));
        }
        String name = model.thisClass().asInternalName();
        byte[] bytes = needed() ? classFile.transformClass(model, new Transform()) : original;
        made.put(name, bytes);
        return made;
    }

    private boolean needed() {
        return model.methods().stream().flatMap(method -> method.code().stream()).anyMatch(code ->
            code.elementStream().anyMatch(element -> element instanceof InvokeDynamicInstruction));
    }

    private final class Transform implements ClassTransform {

        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method) {
                lower(builder, method);
            } else {
                builder.with(element);
            }
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            methods.forEach(method -> method.accept(builder));
        }
    }

    private void lower(ClassBuilder builder, MethodModel method) {
        String signature = method.methodName().stringValue() + method.methodType().stringValue();
        int[] line = new int[1];
        builder.transformMethod(method, (methodBuilder, element) -> {
            switch (element) {
                case AccessFlags flags when exposed.contains(signature) && cannotBeOverridden(method) ->
                    methodBuilder.withFlags(flags.flagsMask() & ~ClassFile.ACC_PRIVATE);
                case CodeModel code -> methodBuilder.transformCode(code,
                    (codeBuilder, instruction) -> lower(codeBuilder, instruction, line));
                default -> methodBuilder.with(element);
            }
        });
    }

    private static String signature(DirectMethodHandleDesc target) {
        return target.methodName() + target.lookupDescriptor();
    }

    /** Whether the method stays the same one for its callers without {@code private}. */
    private static boolean cannotBeOverridden(MethodModel method) {
        return method.flags().has(AccessFlag.STATIC) || method.methodName().equalsString(ConstantDescs.INIT_NAME);
    }

    /** The static method through which a lambda's class calls a private method of objects, or null if it need not. */
    private String accessor(DirectMethodHandleDesc target) {
        boolean needed = target.owner().equals(model.thisClass().asSymbol()) && model.methods().stream().anyMatch(method ->
            method.flags().has(AccessFlag.PRIVATE) && !cannotBeOverridden(method)
                && signature(target).equals(method.methodName().stringValue() + method.methodType().stringValue()));
        if (!needed) {
            return null;
        }
        String name = "lowered$" + target.methodName() + "$" + methods.size();
        MethodTypeDesc type = target.invocationType();
        MethodTypeDesc called = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        methods.add(builder -> builder.withMethodBody(name, type, ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC
            | (isInterface() ? ClassFile.ACC_PUBLIC : 0), code -> {
                for (int i = 0; i < type.parameterCount(); i++) {
                    code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
                }
                code.invoke(isInterface() ? Opcode.INVOKEINTERFACE : Opcode.INVOKEVIRTUAL, target.owner(),
                    target.methodName(), called, isInterface());
                code.return_(TypeKind.from(type.returnType()));
            }));
        return name;
    }

    private void lower(CodeBuilder builder, CodeElement element, int[] line) {
        if (element instanceof LineNumber number) {
            line[0] = number.line();
        }
        if (!(element instanceof InvokeDynamicInstruction call)) {
            builder.with(element);
            return;
        }
        if (LambdaLowering.accepts(call)) {
            LambdaLowering lambda = new LambdaLowering(model, call, MARK + made.size(), line[0],
                accessor(LambdaLowering.target(call)));
            made.put(lambda.className(), lambda.build(classFile));
            builder.getstatic(lambda.type(), LambdaLowering.INSTANCE, call.typeSymbol().returnType());
            return;
        }
        Consumer<CodeBuilder> body = RecordLowering.body(files, call);
        if (body == null) {
            body = SwitchLowering.body(call);
        }
        if (body == null) {
            builder.with(element);
            return;
        }
        String name = "lowered$" + call.name().stringValue() + "$" + methods.size();
        Consumer<CodeBuilder> lines = numbered(line[0], body);
        int flags = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC
            | (isInterface() ? ClassFile.ACC_PUBLIC : ClassFile.ACC_PRIVATE);
        methods.add(classBuilder -> classBuilder.withMethodBody(name, call.typeSymbol(), flags, lines));
        builder.invokestatic(model.thisClass().asSymbol(), name, call.typeSymbol(), isInterface());
    }

    private boolean isInterface() {
        return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    }

    private static Consumer<CodeBuilder> numbered(int line, Consumer<CodeBuilder> body) {
        return builder -> {
            builder.lineNumber(line);
            body.accept(builder);
        };
    }
}
