package peaberry.compiler.code;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.reach.Provided;

/**
 * What code reads of an object before it has any effect. To read that a little earlier is a null check that costs nothing, because
 * once all is inlined the two reads are one.
 *
 * @param held   what is read
 * @param offset where in the object, in bytes; in page 0 if the object is null
 */
record FirstRead(Representation held, int offset) {

    /** So many methods and embedded objects are followed, since methods may call each other in a circle. */
    private static final int DEEPEST = 8;

    /** Where a method that is followed returns to: behind the call at an index. */
    private record Caller(Code code, int index, Caller caller) {
    }

    /** What a method reads of its object first, or, if it gives out an embedded one, the code behind the call; null if they begin otherwise. */
    static FirstRead of(Program program, JavaMethod method, Code code, int index) {
        return begin(program, method, 0, new Caller(code, index, null), DEEPEST);
    }

    /** What is read first of the object that an instruction left on the stack, by those that follow it; null if they begin otherwise. */
    static FirstRead after(Program program, Code code, int index) {
        return follow(program, code, index + 1, 0, null, DEEPEST);
    }

    private static FirstRead begin(Program program, JavaMethod method, int offset, Caller caller, int depth) {
        boolean readable = method.hasCode() && !method.intrinsic() && !method.isStatic() && !method.owner().unboxed();
        if (!readable) {
            return null;
        }
        Code code = method.code();
        int index = 0;
        while (code.instruction(index) instanceof ConstantInstruction) {
            index++;
        }
        boolean self = code.instruction(index) instanceof LoadInstruction load && load.slot() == 0;
        return self ? follow(program, code, index + 1, offset, caller, depth) : null;
    }

    /** @param offset of the object on the stack in the one that is asked about */
    private static FirstRead follow(Program program, Code code, int start, int offset, Caller caller, int depth) {
        int index = start;
        while (index < code.size() && isArgument(code.instruction(index))) {
            index++;
        }
        if (index == code.size() || depth == 0) {
            return null;
        }
        int arguments = index - start;
        return switch (code.instruction(index)) {
            case FieldInstruction access when arguments == 0 && access.opcode() == Opcode.GETFIELD ->
                read(program, access, code, index, offset, caller, depth);
            case ReturnInstruction back when arguments == 0 && back.opcode() == Opcode.ARETURN && caller != null ->
                follow(program, caller.code(), caller.index() + 1, offset, caller.caller(), depth - 1);
            case InvokeInstruction call when call.opcode() == Opcode.INVOKEVIRTUAL -> {
                JavaClass owner = program.world().get(call.owner().asSymbol());
                JavaMethod declared = program.world().method(owner, call.name().stringValue() + call.type().stringValue());
                boolean known = owner.isFinal() && !owner.ofJdk() && declared.parameters().size() == arguments + 1 && Provided.of(declared) == null;
                yield known ? begin(program, declared, offset, new Caller(code, index, caller), depth - 1) : null;
            }
            default -> null;
        };
    }

    private static FirstRead read(Program program, FieldInstruction access, Code code, int index, int offset, Caller caller, int depth) {
        JavaField field = program.world().field(program.world().get(access.owner().asInternalName()), access.name().stringValue());
        if (field.isVolatile() || !program.layouts().holds(field)) {
            return null;
        }
        int place = offset + program.layouts().offset(field);
        if (field.embedded()) {
            return follow(program, code, index + 1, place, caller, depth - 1);
        }
        return place <= ObjectCode.NULL_PAGE ? new FirstRead(program.world().representation(field.type()), place) : null;
    }

    private static boolean isArgument(Instruction instruction) {
        return instruction instanceof LoadInstruction || instruction instanceof ConstantInstruction;
    }
}
