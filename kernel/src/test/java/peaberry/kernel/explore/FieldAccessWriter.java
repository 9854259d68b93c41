package peaberry.kernel.explore;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Generates the {@link FieldAccess} of a class as a hidden class that belongs to the same nest and so sees private fields. */
final class FieldAccessWriter {

    private static final ClassDesc NAMES = FieldAccess.Names.class.describeConstable().orElseThrow();
    private static final ClassDesc ACCESS = FieldAccess.class.describeConstable().orElseThrow();
    private static final ClassDesc ENUM = Enum.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc COPY = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object,
            ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int, NAMES);
    /** Places of the arguments of {@link #COPY}. */
    private static final int OBJECT = 1;
    private static final int CELLS = 2;
    private static final int AT = 3;
    private static final int NAMER = 4;

    private static final MethodTypeDesc TIME = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long);

    private final Class<?> type;
    private final StateFields state;
    private final ClassDesc typeDesc;
    private final List<Field> fields;
    /** For each field, where the constants of its enum start in the hidden class's array of all of them. */
    private final List<Object> constants = new ArrayList<>();

    private FieldAccessWriter(Class<?> type, StateFields state) {
        this.type = type;
        this.state = state;
        typeDesc = type.describeConstable().orElseThrow();
        fields = state.of(type);
    }

    /** Whether the class is a record that stands for one number, as {@code @Unboxed} records do. */
    static boolean isNumber(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType().isPrimitive();
    }

    static FieldAccess write(Class<?> type, StateFields state) {
        return new FieldAccessWriter(type, state).write();
    }

    private FieldAccess write() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            byte[] bytes = bytes();
            MethodHandles.Lookup hidden = lookup.defineHiddenClassWithClassData(bytes, constants.toArray(), true,
                    MethodHandles.Lookup.ClassOption.NESTMATE);
            return (FieldAccess) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable failure) {
            throw new IllegalStateException("no access to the fields of " + type.getName(), failure);
        }
    }

    private byte[] bytes() {
        return ClassFile.of().build(ClassDesc.of(type.getPackageName(), type.getSimpleName() + "Access"), builder -> builder
                .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                .withInterfaceSymbols(ACCESS)
                .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code -> code
                        .aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_())
                .withMethodBody("cells", MethodTypeDesc.of(ConstantDescs.CD_int), ClassFile.ACC_PUBLIC, code -> code
                        .loadConstant(fields.size()).ireturn())
                .withMethodBody("save", COPY, ClassFile.ACC_PUBLIC, this::writeSave)
                .withMethodBody("load", COPY, ClassFile.ACC_PUBLIC, this::writeLoad));
    }

    private void writeSave(CodeBuilder code) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            cell(code, i);
            if (isReference(field.getType()) || state.isMoment(field)) {
                code.aload(NAMER);
            }
            code.aload(OBJECT).checkcast(typeDesc).getfield(typeDesc, field.getName(), desc(field.getType()));
            writeNumber(code, field.getType());
            if (state.isMoment(field)) {
                code.invokeinterface(NAMES, "fromNow", TIME);
            }
            code.lastore();
        }
        code.return_();
    }

    /** Turns the value of a field, which is on the stack, into a long. */
    private void writeNumber(CodeBuilder code, Class<?> kind) {
        if (kind.isPrimitive()) {
            widen(code, kind);
        } else if (kind.isEnum()) {
            code.invokestatic(ACCESS, "ordinal", MethodTypeDesc.of(ConstantDescs.CD_long, ENUM), true);
        } else if (isNumber(kind)) {
            RecordComponent number = kind.getRecordComponents()[0];
            code.invokevirtual(desc(kind), number.getName(), MethodTypeDesc.of(desc(number.getType())));
            widen(code, number.getType());
        } else {
            code.invokeinterface(NAMES, "name", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object)).i2l();
        }
    }

    private void writeLoad(CodeBuilder code) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Class<?> kind = field.getType();
            code.aload(OBJECT).checkcast(typeDesc);
            if (state.isMoment(field)) {
                code.aload(NAMER);
                cell(code, i);
                code.laload().invokeinterface(NAMES, "moment", TIME);
            } else if (kind.isPrimitive()) {
                cell(code, i);
                code.laload();
                narrow(code, kind);
            } else if (kind.isEnum()) {
                writeConstant(code, kind, i);
            } else if (isNumber(kind)) {
                Class<?> number = kind.getRecordComponents()[0].getType();
                code.new_(desc(kind)).dup();
                cell(code, i);
                code.laload();
                narrow(code, number);
                code.invokespecial(desc(kind), ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, desc(number)));
            } else {
                code.aload(NAMER);
                cell(code, i);
                code.laload().l2i().invokeinterface(NAMES, "named", MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int))
                        .checkcast(desc(kind));
            }
            code.putfield(typeDesc, field.getName(), desc(kind));
        }
        code.return_();
    }

    private void writeConstant(CodeBuilder code, Class<?> kind, int i) {
        int first = constants.size();
        constants.add(null);
        constants.addAll(List.of(kind.getEnumConstants()));
        code.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA, ConstantDescs.DEFAULT_NAME,
                ConstantDescs.CD_Object.arrayType()));
        cell(code, i);
        code.laload().l2i().loadConstant(first).iadd().aaload().checkcast(desc(kind));
    }

    private static void cell(CodeBuilder code, int i) {
        code.aload(CELLS).iload(AT).loadConstant(i).iadd();
    }

    private static void widen(CodeBuilder code, Class<?> primitive) {
        if (primitive != long.class) {
            code.i2l();
        }
    }

    private static void narrow(CodeBuilder code, Class<?> primitive) {
        if (primitive != long.class) {
            code.l2i();
            if (TypeKind.from(primitive).asLoadable() != TypeKind.from(primitive)) {
                code.conversion(TypeKind.INT, TypeKind.from(primitive));
            }
        }
    }

    private static boolean isReference(Class<?> kind) {
        return !kind.isPrimitive() && !kind.isEnum() && !isNumber(kind);
    }

    private static ClassDesc desc(Class<?> kind) {
        return kind.describeConstable().orElseThrow();
    }
}
