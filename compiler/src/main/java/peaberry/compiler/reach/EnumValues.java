package peaberry.compiler.reach;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;

/**
 * What javac makes of enums. An enum's {@code values()} is {@code $VALUES.clone()}; natively the clone is the array itself,
 * which lies in read-only data, so that whoever writes into it faults instead of changing the enum.
 */
public final class EnumValues {

    private static final String FIELD = "$VALUES";
    /** How javac begins the name of the table by which a switch over an enum of another class goes from ordinals to cases. */
    private static final String SWITCH_TABLE = "$SwitchMap$";
    /** getstatic, invokevirtual clone, checkcast, areturn. */
    private static final int INSTRUCTIONS = 4;

    private EnumValues() {
    }

    /** Whether {@code method} is an enum's {@code values()} as javac makes it. */
    static boolean isValues(JavaMethod method) {
        String array = method.owner().type().arrayType().descriptorString();
        if (!isEnum(method.owner().superclass()) || !method.isStatic() || !method.signature().equals("values()" + array)) {
            return false;
        }
        Code code = method.code();
        return code.size() == INSTRUCTIONS
            && code.instruction(0) instanceof FieldInstruction read && read.opcode() == Opcode.GETSTATIC
            && read.name().equalsString(FIELD)
            && code.instruction(1) instanceof InvokeInstruction call && call.name().equalsString("clone");
    }

    /** Whether {@code field} holds the array behind an enum's {@code values()}. */
    public static boolean holds(JavaField field) {
        return field.isStatic() && field.isFinal() && field.name().equals(FIELD) && isEnum(field.owner().superclass());
    }

    /** Whether {@code field} holds a switch's table, an array of int that nothing writes once it is made. */
    public static boolean holdsSwitchTable(JavaField field) {
        return field.isStatic() && field.isFinal() && field.name().startsWith(SWITCH_TABLE);
    }

    private static boolean isEnum(JavaClass superclass) {
        return superclass != null && superclass.name().equals("java/lang/Enum");
    }
}
