package peaberry.compiler.classes;

import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A class or interface as its (lowered) class file declares it. Immutable. */
public final class JavaClass {

    private final String name;
    private final ClassModel model;
    private final ClassFiles.Origin origin;
    private final JavaClass superclass;
    private final List<JavaClass> interfaces;
    private final Map<String, JavaField> fields = new LinkedHashMap<>();
    private final Map<String, JavaMethod> methods = new LinkedHashMap<>();
    private final boolean trusted;
    private final boolean unboxed;

    JavaClass(ClassModel model, ClassFiles.Origin origin, JavaClass superclass, List<JavaClass> interfaces) {
        this.model = model;
        this.origin = origin;
        this.superclass = superclass;
        this.interfaces = interfaces;
        name = model.thisClass().asInternalName();
        trusted = Annotations.present(model, Annotations.TRUSTED);
        unboxed = Annotations.present(model, Annotations.UNBOXED);
        model.fields().forEach(field -> fields.put(field.fieldName().stringValue(), new JavaField(this, field)));
        model.methods().forEach(method -> {
            JavaMethod made = new JavaMethod(this, method);
            methods.put(made.signature(), made);
        });
    }

    /** The name with slashes. */
    public String name() {
        return name;
    }

    /** The name with dots. */
    public String binaryName() {
        return name.replace('/', '.');
    }

    /** The name without package and enclosing classes. */
    public String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    }

    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    public ClassDesc type() {
        return ClassDesc.ofInternalName(name);
    }

    /** Null for {@code Object}. An interface's is {@code Object}. */
    public JavaClass superclass() {
        return superclass;
    }

    public List<JavaClass> interfaces() {
        return interfaces;
    }

    public Collection<JavaField> fields() {
        return fields.values();
    }

    public JavaField field(String fieldName) {
        return fields.get(fieldName);
    }

    public Collection<JavaMethod> methods() {
        return methods.values();
    }

    /** The method that this class itself declares, or null. @param signature name and descriptor */
    public JavaMethod method(String signature) {
        return methods.get(signature);
    }

    public boolean isInterface() {
        return model.flags().has(AccessFlag.INTERFACE);
    }

    public boolean isAbstract() {
        return model.flags().has(AccessFlag.ABSTRACT);
    }

    public boolean isFinal() {
        return model.flags().has(AccessFlag.FINAL);
    }

    /** Whether the class itself, not one around it, is marked {@code @Trusted}. */
    public boolean trusted() {
        return trusted;
    }

    /** Whether native code holds it as its one component. */
    public boolean unboxed() {
        return unboxed;
    }

    /** Whether it comes from the JDK. */
    public boolean ofJdk() {
        return origin.jdk();
    }

    /** Where the class file was found. */
    public ClassFiles.Origin origin() {
        return origin;
    }

    /** The most bytes that an instance may take, or 0 for any number. */
    public int footprint() {
        return number(Annotations.FOOTPRINT);
    }

    /** The bytes behind the fields of each instance that are the processor's. */
    public int reserved() {
        return number(Annotations.RESERVED);
    }

    private int number(String annotation) {
        return Annotations.value(model, annotation)
            .map(value -> ((AnnotationValue.OfInt) value).intValue()).orElse(0);
    }

    /** The simple name of the source file. */
    public String sourceFile() {
        return model.findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue()).orElse(simpleName() + ".java");
    }

    /** The source file with its package, {@code peaberry/abi/Tag.java}. */
    public String sourcePath() {
        String inPackage = packageName();
        return inPackage.isEmpty() ? sourceFile() : inPackage + "/" + sourceFile();
    }

    @Override
    public String toString() {
        return binaryName();
    }
}
