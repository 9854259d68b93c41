package peaberry.compiler.reach;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/**
 * No static initialiser itself writes a static field of another class that the program uses, or reads one that the
 * program writes. All initialisers have run when a program starts, on the JVM each runs at the first use of its class:
 * the program would see the write too early, and the initialiser does not see the program's.
 */
public final class InitialiserCheck {

    private final World world;
    private final Refusals refusals;

    public InitialiserCheck(World world, Refusals refusals) {
        this.world = world;
        this.refusals = refusals;
    }

    public void run(Reachability reachability) {
        for (JavaClass type : world.loaded()) {
            JavaMethod initialiser = type.method("<clinit>()V");
            if (initialiser != null) {
                check(initialiser, reachability);
            }
        }
    }

    private void check(JavaMethod initialiser, Reachability reachability) {
        Code code = initialiser.code();
        for (int i = 0; i < code.size(); i++) {
            if (!(code.instruction(i) instanceof FieldInstruction access)) {
                continue;
            }
            JavaField field = world.field(world.get(access.owner().asInternalName()), access.name().stringValue());
            if (field == null || field.owner() == initialiser.owner()) {
                continue;
            }
            Place place = new Place(initialiser, code.line(i));
            if (access.opcode() == Opcode.PUTSTATIC && reachability.staticFields().contains(field)) {
                refusals.add(place, "a write of " + field
                    + " in the static initialiser of another class, which runs before the program starts");
            } else if (access.opcode() == Opcode.GETSTATIC && reachability.writesStatic(field)) {
                refusals.add(place, "a read of " + field + ", which the program changes,"
                    + " in the static initialiser of another class, which runs before the program starts");
            }
        }
    }
}
