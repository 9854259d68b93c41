package peaberry.compiler.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.OperatorInstruction;

/** Java's arithmetic on int and long. */
final class ArithmeticCode {

    private final Translation at;
    private final FunctionWriter out;
    private final Checks checks;

    ArithmeticCode(Translation at, Checks checks) {
        this.at = at;
        this.checks = checks;
        out = at.out();
    }

    void operator(OperatorInstruction instruction) {
        switch (instruction.opcode()) {
            case IADD -> binary("add", "i32");
            case LADD -> binary("add", "i64");
            case ISUB -> binary("sub", "i32");
            case LSUB -> binary("sub", "i64");
            case IMUL -> binary("mul", "i32");
            case LMUL -> binary("mul", "i64");
            case IAND -> binary("and", "i32");
            case LAND -> binary("and", "i64");
            case IOR -> binary("or", "i32");
            case LOR -> binary("or", "i64");
            case IXOR -> binary("xor", "i32");
            case LXOR -> binary("xor", "i64");
            case IDIV, IREM -> divide(instruction.opcode() == Opcode.IREM, "i32");
            case LDIV, LREM -> divide(instruction.opcode() == Opcode.LREM, "i64");
            case INEG -> push("i32", out.value("sub i32 0, " + at.popNumber()));
            case LNEG -> push("i64", out.value("sub i64 0, " + at.popNumber()));
            case ISHL -> shift("shl", "i32", 31);
            case LSHL -> shift("shl", "i64", 63);
            case ISHR -> shift("ashr", "i32", 31);
            case LSHR -> shift("ashr", "i64", 63);
            case IUSHR -> shift("lshr", "i32", 31);
            case LUSHR -> shift("lshr", "i64", 63);
            case LCMP -> compare();
            case ARRAYLENGTH -> at.push(Value.integer(checks.length(at.popReference())));
            default -> throw new Refused("the instruction " + instruction.opcode());
        }
    }

    void convert(ConvertInstruction instruction) {
        String value = at.popNumber();
        switch (instruction.opcode()) {
            case I2L -> at.push(Value.wide(out.value("sext i32 " + value + " to i64")));
            case L2I -> at.push(Value.integer(out.value("trunc i64 " + value + " to i32")));
            case I2C -> at.push(Value.integer(out.value("and i32 " + value + ", 65535")));
            case I2B -> narrow(value, "i8");
            case I2S -> narrow(value, "i16");
            default -> throw new Refused("the conversion " + instruction.opcode());
        }
    }

    private void narrow(String value, String type) {
        String narrow = out.value("trunc i32 " + value + " to " + type);
        at.push(Value.integer(out.value("sext " + type + " " + narrow + " to i32")));
    }

    private void push(String type, String text) {
        at.push(type.equals("i64") ? Value.wide(text) : Value.integer(text));
    }

    private void binary(String operation, String type) {
        String right = at.popNumber();
        String left = at.popNumber();
        push(type, out.value(operation + " " + type + " " + left + ", " + right));
    }

    private void shift(String operation, String type, int mask) {
        String distance = out.value("and i32 " + at.popNumber() + ", " + mask);
        String value = at.popNumber();
        if (type.equals("i64")) {
            distance = out.value("zext i32 " + distance + " to i64");
        }
        push(type, out.value(operation + " " + type + " " + value + ", " + distance));
    }

    /** The smallest number divided by -1 is itself in Java and undefined in LLVM: dividing by -1 is done by negation. */
    private void divide(boolean remainder, String type) {
        String divisor = at.popNumber();
        String dividend = at.popNumber();
        checks.require(out.value("icmp ne " + type + " " + divisor + ", 0"), Trap.DIVISION);
        String negation = out.value("icmp eq " + type + " " + divisor + ", -1");
        String safe = out.value("select i1 " + negation + ", " + type + " 1, " + type + " " + divisor);
        String operation = remainder ? "srem " : "sdiv ";
        String result = out.value(operation + type + " " + dividend + ", " + safe);
        String negated = remainder ? "0" : out.value("sub " + type + " 0, " + dividend);
        push(type, out.value("select i1 " + negation + ", " + type + " " + negated + ", " + type + " " + result));
    }

    private void compare() {
        String right = at.popNumber();
        String left = at.popNumber();
        String greater = out.value("icmp sgt i64 " + left + ", " + right);
        String less = out.value("icmp slt i64 " + left + ", " + right);
        String positive = out.value("zext i1 " + greater + " to i32");
        at.push(Value.comparison(out.value("select i1 " + less + ", i32 -1, i32 " + positive), left, right));
    }
}
