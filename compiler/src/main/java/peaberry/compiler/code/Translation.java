package peaberry.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.classes.World;

/** One method while it is translated: where we are, and what Java's stack and locals hold there. */
final class Translation {

    private final Program program;
    private final JavaMethod method;
    private final FunctionWriter out;
    private Value[] locals;
    private List<Value> stack = new ArrayList<>();
    private Facts facts = new Facts();
    private int index;

    Translation(Program program, JavaMethod method) {
        this.program = program;
        this.method = method;
        out = new FunctionWriter(line -> program.debug().location(method, line));
        locals = new Value[method.code().maxLocals()];
    }

    Program program() {
        return program;
    }

    World world() {
        return program.world();
    }

    JavaMethod method() {
        return method;
    }

    Code code() {
        return method.code();
    }

    FunctionWriter out() {
        return out;
    }

    Facts facts() {
        return facts;
    }

    Value[] locals() {
        return locals;
    }

    List<Value> stack() {
        return stack;
    }

    /** Goes on with other contents of locals and stack. */
    void become(Value[] newLocals, List<Value> newStack, Facts newFacts) {
        locals = newLocals.clone();
        stack = new ArrayList<>(newStack);
        facts = new Facts(newFacts);
    }

    /** The instruction that is being translated. */
    int index() {
        return index;
    }

    void at(int newIndex) {
        index = newIndex;
        out.line(line());
    }

    int line() {
        return code().line(index);
    }

    Representation representation(ClassDesc type) {
        return world().representation(type);
    }

    void push(Value value) {
        stack.add(value);
    }

    Value pop() {
        return stack.removeLast();
    }

    /** Pops a number, and makes sure that it is one in Java too. */
    String popNumber() {
        return popNumberValue().text();
    }

    /** A number with what is known about it. */
    Value popNumberValue() {
        Value value = plain(pop());
        if (value.reference() || value.representation().unboxed()) {
            throw misused(value);
        }
        return value;
    }

    Value popReference() {
        Value value = plain(pop());
        if (!value.reference()) {
            throw misused(value);
        }
        return value;
    }

    /** Pops a value that goes where Java wants a {@code type}. */
    Value pop(ClassDesc type) {
        return coerce(pop(), type);
    }

    /** Makes sure that {@code value} can go where Java wants a {@code type}. */
    Value coerce(Value value, ClassDesc type) {
        plain(value);
        Representation wanted = representation(type);
        if (wanted.unboxed() && !value.representation().equals(wanted)) {
            throw new Refused((value.isNull() ? "null" : "an object") + " for the unboxed record " + type.displayName());
        }
        boolean same = value.reference() == wanted.reference()
            && (!value.representation().unboxed() || wanted.unboxed());
        if (!same) {
            throw misused(value);
        }
        if (world().unboxedAsObjects(value.type(), type)) {
            throw new Refused("the array " + value.type().displayName() + " of unboxed records used as "
                + type.displayName());
        }
        return value;
    }

    private static Value plain(Value value) {
        return switch (value.use()) {
            case PLAIN -> value;
            case CLASS_LITERAL -> throw new Refused("a class literal other than for Placement");
            case THROWABLE -> throw new Refused("a new " + value.type().displayName()
                + " at run time that is not thrown at once");
            case UNBOXED_NEW -> throw new Refused("an unboxed record used before it is made");
        };
    }

    private static Refused misused(Value value) {
        return new Refused("the unboxed record " + value.type().displayName() + " used as an object");
    }
}
