package peaberry.compiler.classes;

import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;

/** A field as its class file declares it. */
public final class JavaField {

    private final JavaClass owner;
    private final String name;
    private final ClassDesc type;
    private final boolean isStatic;
    private final boolean isFinal;
    private final boolean isVolatile;
    private final boolean embedded;
    private final boolean trusted;

    JavaField(JavaClass owner, FieldModel model) {
        this.owner = owner;
        name = model.fieldName().stringValue();
        type = model.fieldTypeSymbol();
        isStatic = model.flags().has(AccessFlag.STATIC);
        isFinal = model.flags().has(AccessFlag.FINAL);
        isVolatile = model.flags().has(AccessFlag.VOLATILE);
        embedded = Annotations.present(model, Annotations.EMBEDDED);
        trusted = Annotations.present(model, Annotations.TRUSTED);
    }

    public JavaClass owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public ClassDesc type() {
        return type;
    }

    public boolean isStatic() {
        return isStatic;
    }

    public boolean isFinal() {
        return isFinal;
    }

    public boolean isVolatile() {
        return isVolatile;
    }

    /** Whether the object that the field names lies inside of its owner. */
    public boolean embedded() {
        return embedded;
    }

    /** Whether only trusted classes may write it. */
    public boolean trusted() {
        return trusted;
    }

    @Override
    public String toString() {
        return owner.binaryName() + "." + name;
    }
}
