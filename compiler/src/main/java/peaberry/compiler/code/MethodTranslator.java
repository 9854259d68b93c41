package peaberry.compiler.code;

import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.reach.Refusals.Place;

/** Translates one method's bytecode to an LLVM function. */
final class MethodTranslator {

    private final Translation at;
    private final FunctionWriter out;
    private final Checks checks;
    private final ArithmeticCode arithmetic;
    private final ArrayCode arrays;
    private final ObjectCode objects;
    private final CallCode calls;
    private final BranchCode branches;
    private final Value[] unchanging;
    private final List<String> prologue = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();

    MethodTranslator(Program program, JavaMethod method) {
        at = new Translation(program, method);
        out = at.out();
        checks = new Checks(at);
        arithmetic = new ArithmeticCode(at, checks);
        arrays = new ArrayCode(at, checks);
        objects = new ObjectCode(at, checks);
        calls = new CallCode(at, checks, objects, arrays);
        unchanging = new Value[method.code().maxLocals()];
        branches = new BranchCode(at, objects, unchanging);
    }

    /** The function's text; null if the method was refused. */
    String translate() {
        JavaMethod method = at.method();
        takeParameters();
        out.line(at.code().line(0));
        try {
            for (Code.Block block : at.code().blocks()) {
                translate(block);
            }
        } catch (Refused refused) {
            at.program().refusals().add(new Place(method, at.line()), refused.getMessage());
            return null;
        }
        String result = at.representation(method.type().returnType()).register();
        String head = "define internal " + result + " @\"" + at.program().name(method) + "\"("
            + String.join(", ", parameters) + ")" + (method.outOfLine() ? " noinline" : method.inline() ? " alwaysinline" : "") + " #0 !dbg " + at.program().debug().subprogram(method) + " {\n";
        out.line(at.code().line(0));
        return head + out.finish(prologue, "b0") + "}\n\n";
    }

    private void takeParameters() {
        boolean[] assigned = assignedSlots();
        List<ClassDesc> types = at.method().parameters();
        int slot = 0;
        for (int i = 0; i < types.size(); i++) {
            Representation held = ObjectCode.onStack(at.representation(types.get(i)));
            boolean self = i == 0 && !at.method().isStatic() && held.reference();
            Value value = self ? Value.nonNull(types.get(i), "%p0") : Value.of(held, "%p" + i);
            parameters.add(value.typed());
            at.locals()[slot] = value;
            if (assigned[slot]) {
                prologue.add("store " + value.typed() + ", ptr " + out.variable("l" + slot, value.register()));
            } else {
                unchanging[slot] = value;
            }
            slot += value.words();
        }
    }

    private boolean[] assignedSlots() {
        boolean[] assigned = new boolean[at.code().maxLocals()];
        for (int i = 0; i < at.code().size(); i++) {
            switch (at.code().instruction(i)) {
                case StoreInstruction store -> assigned[store.slot()] = true;
                case IncrementInstruction increment -> assigned[increment.slot()] = true;
                default -> { }
            }
        }
        return assigned;
    }

    private void translate(Code.Block block) {
        at.at(block.start());
        branches.enter(block);
        for (int i = block.start(); i < block.end(); i++) {
            at.at(i);
            translate(at.code().instruction(i), block);
        }
        boolean open = switch (at.code().instruction(block.end() - 1)) {
            case BranchInstruction _, TableSwitchInstruction _, LookupSwitchInstruction _, ReturnInstruction _,
                 ThrowInstruction _ -> false;
            default -> true;
        };
        if (open) {
            branches.fallThrough(block);
        }
    }

    private void translate(Instruction instruction, Code.Block block) {
        switch (instruction) {
            case LoadInstruction load -> at.push(local(load.slot()));
            case StoreInstruction store -> assign(store.slot(), at.pop());
            case IncrementInstruction increment -> assign(increment.slot(), Value.integer(
                out.value("add i32 " + local(increment.slot()).text() + ", " + increment.constant())));
            case ConstantInstruction constant -> constant(constant.constantValue(), constant.typeKind());
            case OperatorInstruction operator -> arithmetic.operator(operator);
            case ConvertInstruction convert -> arithmetic.convert(convert);
            case ArrayLoadInstruction load -> arrays.load(load);
            case ArrayStoreInstruction store -> arrays.store(store);
            case FieldInstruction field -> objects.field(field);
            case NewObjectInstruction made -> objects.make(made);
            case TypeCheckInstruction check -> objects.typeCheck(check);
            case InvokeInstruction call -> calls.invoke(call);
            case StackInstruction stack -> shuffle(stack);
            case BranchInstruction branch -> branches.branch(branch, block);
            case TableSwitchInstruction _, LookupSwitchInstruction _ -> branches.select(block);
            case ReturnInstruction _ -> giveBack();
            case ThrowInstruction _ -> raise();
            case NopInstruction _ -> { }
            default -> throw new Refused("the instruction " + instruction.opcode());
        }
    }

    private Value local(int slot) {
        Value value = at.locals()[slot];
        if (value.text() == null && value.use() == Value.Use.PLAIN) {
            value = Value.of(value.representation(), out.value("load " + value.register() + ", ptr "
                + out.variable("l" + slot, value.register())));
            at.locals()[slot] = value;
        }
        return value;
    }

    private void assign(int slot, Value value) {
        at.coerce(value, value.type());
        at.locals()[slot] = value;
        out.emit("store " + value.typed() + ", ptr " + out.variable("l" + slot, value.register()));
    }

    private void constant(ConstantDesc constant, TypeKind kind) {
        if (constant == ConstantDescs.NULL) {
            at.push(Value.NULL);
            return;
        }
        at.push(switch (constant) {
            case Long number -> Value.wide(number.toString());
            case Integer number when kind == TypeKind.LONG -> Value.wide(number.toString());
            case Integer number -> Value.integer(number.toString());
            case String text -> at.program().heap().literal(text);
            case ClassDesc type when type.isClassOrInterface() ->
                Value.special(Value.Use.CLASS_LITERAL, at.world().get(type));
            default -> throw new Refused("the constant " + constant);
        });
    }

    private void shuffle(StackInstruction instruction) {
        switch (instruction.opcode()) {
            case POP -> take(1);
            case POP2 -> take(2);
            case DUP -> duplicate(1, 0);
            case DUP_X1 -> duplicate(1, 1);
            case DUP_X2 -> duplicate(1, 2);
            case DUP2 -> duplicate(2, 0);
            case DUP2_X1 -> duplicate(2, 1);
            case DUP2_X2 -> duplicate(2, 2);
            default -> {
                Value top = at.pop();
                Value below = at.pop();
                at.push(top);
                at.push(below);
            }
        }
    }

    /** Copies the top {@code words} of the stack below the {@code over} words under them. */
    private void duplicate(int words, int over) {
        List<Value> top = take(words);
        List<Value> under = take(over);
        top.forEach(at::push);
        under.forEach(at::push);
        top.forEach(at::push);
    }

    private List<Value> take(int words) {
        List<Value> taken = new ArrayList<>();
        int left = words;
        while (left > 0) {
            Value value = at.pop();
            taken.addFirst(value);
            left -= value.words();
        }
        return taken;
    }

    private void giveBack() {
        ClassDesc type = at.method().type().returnType();
        if (at.representation(type).isVoid()) {
            out.emit("ret void");
        } else {
            out.emit("ret " + at.pop(type).typed());
        }
    }

    private void raise() {
        Value thrown = at.pop();
        if (thrown.use() != Value.Use.THROWABLE) {
            at.coerce(thrown, ConstantDescs.CD_Throwable);
            checks.nonNull(thrown);
        }
        checks.trap(Trap.ofThrown(at.world(), at.world().get(thrown.type())));
    }
}
