package peaberry.compiler.code;

import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Map;
import peaberry.compiler.classes.Representation;

/** Array elements, the check of what is stored, and {@code System.arraycopy}. */
final class ArrayCode {

    private static final Map<TypeKind, ClassDesc> ELEMENTS = Map.of(
        TypeKind.BYTE, ConstantDescs.CD_byte, TypeKind.CHAR, ConstantDescs.CD_char,
        TypeKind.SHORT, ConstantDescs.CD_short, TypeKind.INT, ConstantDescs.CD_int,
        TypeKind.LONG, ConstantDescs.CD_long, TypeKind.REFERENCE, ConstantDescs.CD_Object);

    private final Translation at;
    private final FunctionWriter out;
    private final Checks checks;

    ArrayCode(Translation at, Checks checks) {
        this.at = at;
        this.checks = checks;
        out = at.out();
    }

    void load(ArrayLoadInstruction instruction) {
        String index = at.popNumber();
        Value array = at.popReference();
        if (array.switchTable() != null && isSwitch(at.code().instruction(at.index() + 1))) {
            at.push(Value.chosenBy(index, array.switchTable()));
            return;
        }
        Representation element = element(array, instruction.typeKind());
        String address = elementAddress(array, index, element);
        at.push(Value.of(element.reference() || element.unboxed() ? element : stackType(element),
            checks.load(element, address, false)));
    }

    private static boolean isSwitch(Instruction instruction) {
        return instruction instanceof TableSwitchInstruction || instruction instanceof LookupSwitchInstruction;
    }

    void store(ArrayStoreInstruction instruction) {
        Value value = at.pop();
        String index = at.popNumber();
        Value array = at.popReference();
        Representation element = element(array, instruction.typeKind());
        String address = elementAddress(array, index, element);
        if (element.reference()) {
            storable(array, at.coerce(value, ConstantDescs.CD_Object));
        } else {
            at.coerce(value, element.type());
        }
        checks.store(element, value.text(), address, false);
    }

    private static Representation stackType(Representation element) {
        return element.register().equals("i64") ? Value.LONG : Value.INT;
    }

    /** {@code baload} is also of boolean arrays, {@code aaload} also of arrays of unboxed records. */
    private Representation element(Value array, TypeKind kind) {
        if (array.type().isArray()) {
            return at.representation(array.type().componentType());
        }
        return at.representation(ELEMENTS.get(kind));
    }

    private String elementAddress(Value array, String index, Representation element) {
        String length = checks.length(array);
        checks.require(out.value("icmp ult i32 " + index + ", " + length), Trap.ARRAY_INDEX);
        return address(array, out.value("zext i32 " + index + " to i64"), element);
    }

    private String address(Value array, String index, Representation element) {
        return out.value("getelementptr inbounds { i32, i32, [0 x " + element.memory() + "] }, ptr " + array.text()
            + ", i64 0, i32 2, i64 " + index);
    }

    /** A character of a string. */
    String charAt(Value string, String index) {
        return checks.load(at.representation(ConstantDescs.CD_char),
            elementAddress(string, index, at.representation(ConstantDescs.CD_char)), false);
    }

    /** Traps unless the array, which is not null, can hold the value. */
    private void storable(Value array, Value value) {
        if (value.isNull()) {
            return;
        }
        List<ClassDesc> arrays = array.exact() ? List.of(array.type()) : at.program().numbers().below(array.type());
        if (arrays.stream().allMatch(type -> type.isArray() && at.world().assignable(value.type(), type.componentType()))) {
            return;
        }
        String done = out.newLabel();
        if (!checks.isNonNull(value)) {
            String present = out.newLabel();
            String isNull = out.value("icmp eq ptr " + value.text() + ", null");
            out.emit("br i1 " + isNull + ", label %" + done + ", label %" + present);
            out.label(present);
        }
        String id = out.value("load i32, ptr " + array.text());
        String wrong = out.newLabel();
        List<String> labels = arrays.stream().map(_ -> out.newLabel()).toList();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            cases.append(" i32 ").append(at.program().numbers().id(arrays.get(i))).append(", label %")
                .append(labels.get(i));
        }
        out.emit("switch i32 " + id + ", label %" + wrong + " [" + cases + " ]");
        for (int i = 0; i < labels.size(); i++) {
            out.label(labels.get(i));
            String fits = arrays.get(i).isArray() ? checks.isInstance(value, arrays.get(i).componentType()) : "false";
            out.emit("br i1 " + fits + ", label %" + done + ", label %" + wrong);
        }
        out.inColdBlock(wrong, () -> checks.trap(Trap.ARRAY_STORE));
        out.label(done);
    }

    /** {@code System.arraycopy}: type, then range, then the elements. */
    void copy(List<Value> arguments) {
        Value from = arguments.get(0);
        Value to = arguments.get(2);
        String fromLength = checks.length(from);
        String toLength = checks.length(to);
        if (!from.type().isArray() || !to.type().isArray()) {
            throw new Refused("a System.arraycopy of what is not declared as an array");
        }
        Representation element = at.representation(from.type().componentType());
        Representation toElement = at.representation(to.type().componentType());
        if (!element.equals(toElement) && (element.unboxed() || toElement.unboxed())) {
            throw new Refused("a System.arraycopy between " + from.type().displayName() + " and "
                + to.type().displayName() + ", of which one is of unboxed records");
        }
        boolean compatible = element.reference() ? toElement.reference() : element.equals(toElement);
        checks.require(compatible ? "true" : "false", Trap.ARRAY_STORE);
        String count = arguments.get(4).text();
        String start = range(arguments.get(1).text(), count, fromLength);
        String toStart = range(arguments.get(3).text(), count, toLength);
        String elements = out.value("zext i32 " + count + " to i64");
        if (element.reference() && !alwaysFits(from, to)) {
            copyChecked(from, start, to, toStart, elements);
        } else {
            move(address(from, start, element), address(to, toStart, element), elements, element.bytes());
        }
    }

    /** Checks that {@code count} elements from {@code position} on are inside, and answers the position as i64. */
    private String range(String position, String count, String length) {
        String signs = out.value("or i32 " + position + ", " + count);
        checks.require(out.value("icmp sge i32 " + signs + ", 0"), Trap.ARRAY_INDEX);
        String end = out.value("add i32 " + position + ", " + count);
        checks.require(out.value("icmp ule i32 " + end + ", " + length), Trap.ARRAY_INDEX);
        return out.value("zext i32 " + position + " to i64");
    }

    private boolean alwaysFits(Value from, Value to) {
        List<ClassDesc> targets = to.exact() ? List.of(to.type()) : at.program().numbers().below(to.type());
        return targets.stream().allMatch(type -> at.world().assignable(from.type().componentType(), type.componentType()));
    }

    private void move(String from, String to, String elements, int bytes) {
        at.program().copyArrays();
        String size = out.value("mul i64 " + elements + ", " + bytes);
        out.emit("call void " + Support.MOVE + "(ptr " + to + ", ptr " + from + ", i64 " + size + ")");
    }

    /** Copies references one by one; within one array all fit, and the ranges can overlap. */
    private void copyChecked(Value from, String start, Value to, String toStart, String elements) {
        Representation element = at.representation(from.type().componentType());
        String same = out.newLabel();
        String head = out.newLabel();
        String body = out.newLabel();
        String done = out.newLabel();
        String counter = out.variable("copied." + head, "i64");
        out.emit("store i64 0, ptr " + counter);
        String isSame = out.value("icmp eq ptr " + from.text() + ", " + to.text());
        out.emit("br i1 " + isSame + ", label %" + same + ", label %" + head);
        out.label(same);
        move(address(from, start, element), address(to, toStart, element), elements, element.bytes());
        out.emit("br label %" + done);
        out.label(head);
        String i = out.value("load i64, ptr " + counter);
        String more = out.value("icmp ult i64 " + i + ", " + elements);
        out.emit("br i1 " + more + ", label %" + body + ", label %" + done);
        out.label(body);
        String source = address(from, out.value("add i64 " + start + ", " + i), element);
        Value value = Value.of(element, checks.load(element, source, false));
        storable(to, value);
        checks.store(element, value.text(), address(to, out.value("add i64 " + toStart + ", " + i), element), false);
        out.emit("store i64 " + out.value("add i64 " + i + ", 1") + ", ptr " + counter);
        out.emit("br label %" + head);
        out.label(done);
    }
}
