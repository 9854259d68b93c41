package peaberry.compiler.reach;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;

/** What becomes of a {@code new}. */
public final class NewSites {

    private NewSites() {
    }

    /** Whether objects of the class can only be thrown. */
    public static boolean isThrowable(World world, JavaClass type) {
        return World.isSubclass(type, world.get("java/lang/Throwable"));
    }

    /**
     * Whether nothing is lost where the constructor of an exception does not run: it and those that it calls, up to
     * the JDK's, only hand on and store what they are given.
     */
    static boolean onlyKeepsArguments(World world, JavaMethod constructor) {
        if (constructor.owner().ofJdk()) {
            return true;
        }
        Code code = constructor.code();
        for (int i = 0; i < code.size(); i++) {
            boolean plain = switch (code.instruction(i)) {
                case LoadInstruction _, ConstantInstruction _, ReturnInstruction _ -> true;
                case FieldInstruction field -> field.opcode() == Opcode.PUTFIELD;
                case InvokeDynamicInstruction text ->
                    text.bootstrapMethod().owner().displayName().equals("StringConcatFactory");
                case InvokeInstruction call -> call.name().equalsString("<init>") && onlyKeepsArguments(world,
                    world.method(world.get(call.owner().asSymbol()), "<init>" + call.type().stringValue()));
                default -> false;
            };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /**
     * The embedded field of {@code this} into which the constructor puts the object that the {@code new} at
     * {@code index} makes, or null.
     */
    public static JavaField embeddedInto(World world, JavaMethod method, int index) {
        int write = writeBehind(world, method, index);
        return write < 0 ? null : target(world, method, index, write);
    }

    /**
     * The {@code putfield} of that field, or -1. javac writes it right behind the call of the new object's
     * constructor.
     */
    static int writeBehind(World world, JavaMethod method, int index) {
        if (!method.isConstructor()) {
            return -1;
        }
        Code code = method.code();
        String made = made(code, index);
        int open = 0;
        for (int i = index + 1; i + 1 < code.size(); i++) {
            Instruction instruction = code.instruction(i);
            if (instruction instanceof NewObjectInstruction other && other.className().asInternalName().equals(made)) {
                open++;
            } else if (isConstruction(instruction, made) && open-- == 0) {
                return target(world, method, index, i + 1) == null ? -1 : i + 1;
            }
        }
        return -1;
    }

    private static String made(Code code, int index) {
        return ((NewObjectInstruction) code.instruction(index)).className().asInternalName();
    }

    private static boolean isConstruction(Instruction instruction, String made) {
        return instruction instanceof InvokeInstruction call && call.opcode() == Opcode.INVOKESPECIAL
            && call.name().equalsString("<init>") && call.owner().asInternalName().equals(made);
    }

    private static JavaField target(World world, JavaMethod method, int index, int write) {
        if (!(method.code().instruction(write) instanceof FieldInstruction store) || store.opcode() != Opcode.PUTFIELD
            || !store.owner().asInternalName().equals(method.owner().name())) {
            return null;
        }
        JavaField field = world.field(method.owner(), store.name().stringValue());
        boolean exact = field != null && field.embedded()
            && World.internalName(field.type()).equals(made(method.code(), index));
        return exact ? field : null;
    }
}
