package peaberry.compiler.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.reach.Layouts;
import peaberry.compiler.reach.NewSites;

/** Fields, {@code new}, casts and {@code instanceof}. */
final class ObjectCode {

    /** A fault this far from a null reference is one of page 0. */
    static final int NULL_PAGE = 4096 - 8;

    private final Translation at;
    private final FunctionWriter out;
    private final Checks checks;
    private final Map<Integer, Value> madeAt = new HashMap<>();

    ObjectCode(Translation at, Checks checks) {
        this.at = at;
        this.checks = checks;
        out = at.out();
    }

    void field(FieldInstruction instruction) {
        JavaClass owner = at.world().get(instruction.owner().asInternalName());
        JavaField field = at.world().field(owner, instruction.name().stringValue());
        switch (instruction.opcode()) {
            case GETSTATIC -> getStatic(field);
            case PUTSTATIC -> {
                Value value = at.pop(field.type());
                if (field.isFinal()) {
                    throw new Refused("a write of the final field " + field);
                }
                checks.store(at.representation(field.type()), value.text(), HeapImage.global(field),
                    field.isVolatile());
            }
            case GETFIELD -> getField(field);
            default -> putField(field);
        }
    }

    private void getStatic(JavaField field) {
        Representation held = at.representation(field.type());
        if (field.isFinal()) {
            Value constant = at.program().heap().constant(field);
            at.push(held.reference() || held.unboxed() ? constant : Value.of(onStack(held), constant.text()));
            return;
        }
        at.push(Value.of(onStack(held), checks.load(held, HeapImage.global(field), field.isVolatile())));
    }

    /** The int or long that a primitive is on the stack; others as they are. */
    static Representation onStack(Representation held) {
        return held.reference() || held.unboxed() ? held : held.register().equals("i64") ? Value.LONG : Value.INT;
    }

    private void getField(JavaField field) {
        Representation held = at.representation(field.type());
        Value object = at.pop();
        if (object.representation().unboxed()) {
            at.push(Value.of(onStack(held), object.text()));
            return;
        }
        at.coerce(object, field.owner().type());
        int offset = at.program().layouts().offset(field);
        if (field.embedded()) {
            checkOwner(object, offset);
            at.push(Value.exact(field.type(), checks.address(object, offset), -1));
            return;
        }
        Value constant = at.program().heap().constantOfAll(field);
        if (constant != null) {
            checks.nonNull(object);
            at.push(held.reference() || held.unboxed() ? constant : Value.of(onStack(held), constant.text()));
            return;
        }
        boolean first = firstAccess(object, offset);
        at.push(Value.of(onStack(held),
            checks.load(held, checks.address(object, offset), first || field.isVolatile())));
    }

    /** Faults if an object is null whose embedded object, at {@code offset}, is wanted next. */
    private void checkOwner(Value object, int offset) {
        FirstRead read = FirstRead.after(at.program(), at.code(), at.index());
        if (read == null || read.offset() + offset > NULL_PAGE) {
            checks.nonNull(object);
        } else {
            checks.nonNull(object, read.held(), read.offset() + offset);
        }
    }

    private void putField(JavaField field) {
        Value value = at.pop();
        Value object = at.popReference();
        if (field.embedded()) {
            boolean inPlace = at.method().isConstructor() && madeAt.containsValue(value);
            if (!inPlace) {
                throw new Refused("a write of the embedded field " + field + " that is no new object of its type");
            }
            return;
        }
        at.coerce(value, field.type());
        int offset = at.program().layouts().offset(field);
        boolean first = firstAccess(object, offset);
        checks.store(at.representation(field.type()), value.text(), checks.address(object, offset),
            first || field.isVolatile());
    }

    /** Whether the access at {@code offset} is itself the null check, and so must not be left out or moved. */
    private boolean firstAccess(Value object, int offset) {
        if (checks.isNonNull(object)) {
            return false;
        }
        if (offset > NULL_PAGE) {
            checks.nonNull(object);
            return false;
        }
        at.facts().setNonNull(object.text());
        return true;
    }

    void make(NewObjectInstruction instruction) {
        at.push(madeAt(at.index(), instruction));
    }

    /** What the {@code new} at an index made, for the blocks behind it. */
    Value madeAt(int index) {
        return madeAt.get(index);
    }

    private Value madeAt(int index, NewObjectInstruction instruction) {
        JavaClass type = at.world().get(instruction.className().asInternalName());
        Value made;
        if (type.unboxed()) {
            made = Value.special(Value.Use.UNBOXED_NEW, type);
        } else if (NewSites.isThrowable(at.world(), type)) {
            made = Value.special(Value.Use.THROWABLE, type);
        } else {
            JavaField field = NewSites.embeddedInto(at.world(), at.method(), index);
            Value self = at.locals()[0];
            made = Value.exact(type.type(), checks.address(self, at.program().layouts().offset(field)), -1);
            header(made.text(), type);
        }
        madeAt.put(index, made);
        return made;
    }

    /** Writes the header of an object that is made at run time. */
    void header(String address, JavaClass type) {
        out.emit("store i32 " + at.program().numbers().id(type.type()) + ", ptr " + address);
        String length = out.value("getelementptr i8, ptr " + address + ", i64 " + Layouts.LENGTH);
        out.emit("store i32 0, ptr " + length);
    }

    void typeCheck(TypeCheckInstruction instruction) {
        ClassDesc type = instruction.type().asSymbol();
        boolean cast = instruction.opcode() == Opcode.CHECKCAST;
        Value value = at.pop();
        if (at.representation(type).unboxed()) {
            at.coerce(value, type);
            if (!cast) {
                throw new Refused("an instanceof of an unboxed record");
            }
            at.push(value);
            return;
        }
        at.coerce(value, type);
        if (cast) {
            cast(value, type);
        } else {
            instanceOf(value, type);
        }
    }

    private void cast(Value value, ClassDesc type) {
        if (value.isNull() || at.world().assignable(value.type(), type)) {
            at.push(value);
            return;
        }
        String done = out.newLabel();
        if (!checks.isNonNull(value)) {
            String present = out.newLabel();
            String isNull = out.value("icmp eq ptr " + value.text() + ", null");
            out.emit("br i1 " + isNull + ", label %" + done + ", label %" + present);
            out.label(present);
        }
        checks.require(checks.isInstance(value, type), Trap.CLASS_CAST);
        out.emit("br label %" + done);
        out.label(done);
        at.push(value.as(type));
    }

    private void instanceOf(Value value, ClassDesc type) {
        if (value.isNull()) {
            at.push(Value.integer("0"));
            return;
        }
        if (checks.isNonNull(value)) {
            at.push(Value.integer(out.value("zext i1 " + checks.isInstanceOf(value, type) + " to i32")));
            return;
        }
        String present = out.newLabel();
        String absent = out.newLabel();
        String done = out.newLabel();
        String isNull = out.value("icmp eq ptr " + value.text() + ", null");
        out.emit("br i1 " + isNull + ", label %" + absent + ", label %" + present);
        out.label(present);
        String is = checks.isInstanceOf(value, type);
        String asked = out.newLabel();
        out.emit("br label %" + asked);
        out.label(asked);
        out.emit("br label %" + done);
        out.label(absent);
        out.emit("br label %" + done);
        out.label(done);
        String result = out.value("phi i1 [ " + is + ", %" + asked + " ], [ false, %" + absent + " ]");
        at.push(Value.integer(out.value("zext i1 " + result + " to i32")));
    }

    /** The record's component takes the place of the record that its constructor was called on. */
    void makeUnboxed(Value made, Value component) {
        Representation held = at.representation(made.type());
        at.stack().replaceAll(value -> value == made ? Value.of(held, component.text()) : value);
    }
}
