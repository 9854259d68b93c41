package peaberry.compiler.classes;

import java.lang.classfile.AnnotationValue;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A method or constructor as its class file declares it. */
public final class JavaMethod {

    private final JavaClass owner;
    private final String name;
    private final MethodTypeDesc type;
    private final MethodModel model;
    private final boolean trusted;
    private final boolean intrinsic;
    private final boolean inline;
    private final boolean outOfLine;
    private final String entryPoint;
    private Code code;

    JavaMethod(JavaClass owner, MethodModel model) {
        this.owner = owner;
        this.model = model;
        name = model.methodName().stringValue();
        type = model.methodTypeSymbol();
        trusted = Annotations.present(model, Annotations.TRUSTED);
        intrinsic = Annotations.present(model, Annotations.INTRINSIC);
        inline = Annotations.present(model, Annotations.INLINE);
        outOfLine = Annotations.present(model, Annotations.OUT_OF_LINE);
        entryPoint = Annotations.value(model, Annotations.ENTRY_POINT)
            .map(value -> ((AnnotationValue.OfString) value).stringValue()).orElse(null);
    }

    public JavaClass owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public MethodTypeDesc type() {
        return type;
    }

    /** Name and descriptor, what tells the methods of a class apart. */
    public String signature() {
        return name + type.descriptorString();
    }

    public boolean isStatic() {
        return model.flags().has(AccessFlag.STATIC);
    }

    public boolean isAbstract() {
        return model.flags().has(AccessFlag.ABSTRACT);
    }

    public boolean isNative() {
        return model.flags().has(AccessFlag.NATIVE);
    }

    public boolean isPrivate() {
        return model.flags().has(AccessFlag.PRIVATE);
    }

    public boolean isSynchronized() {
        return model.flags().has(AccessFlag.SYNCHRONIZED);
    }

    /** Whether a subclass in another package cannot override it. */
    boolean packagePrivate() {
        return !isPrivate() && !model.flags().has(AccessFlag.PUBLIC) && !model.flags().has(AccessFlag.PROTECTED);
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }

    /** Whether only trusted classes may call it. */
    public boolean trusted() {
        return trusted;
    }

    /** Whether its native body is an LLVM function. */
    public boolean intrinsic() {
        return intrinsic;
    }

    /** Whether it must become part of its callers. */
    public boolean inline() {
        return inline;
    }

    /** Whether it must stay a function of its own. */
    public boolean outOfLine() {
        return outOfLine;
    }

    /** The symbol under which assembly calls it, or null. */
    public String entryPoint() {
        return entryPoint;
    }

    /** The parameters' types, the receiver first. */
    public List<ClassDesc> parameters() {
        List<ClassDesc> parameters = new ArrayList<>(type.parameterList());
        if (!isStatic()) {
            parameters.addFirst(owner.type());
        }
        return parameters;
    }

    /** The method's instructions; only of one that has some. */
    public Code code() {
        if (code == null) {
            code = Code.decode(this, model);
        }
        return code;
    }

    public boolean hasCode() {
        return model.code().isPresent();
    }

    /** {@code package.Class.method}. */
    public String qualifiedName() {
        return owner.binaryName() + "." + name;
    }

    /** {@code Class.method(Types)} with simple names: how the native body of an intrinsic is called. */
    public String loweringName() {
        return owner.simpleName() + "." + name + parameterNames();
    }

    @Override
    public String toString() {
        return qualifiedName() + parameterNames();
    }

    private String parameterNames() {
        return type.parameterList().stream().map(ClassDesc::displayName).collect(Collectors.joining(",", "(", ")"));
    }
}
