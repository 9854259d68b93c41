package peaberry.compiler.reach;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/**
 * Whether unboxed records are plain numbers, embedded fields are final and get a new object of their type where they are
 * written, and footprints hold.
 */
public final class DeclarationCheck {

    /** Instructions of a record's constructor that javac made: super(), this.component = component. */
    private static final int IMPLICIT_CONSTRUCTOR = 6;

    private final World world;
    private final Refusals refusals;

    public DeclarationCheck(World world, Refusals refusals) {
        this.world = world;
        this.refusals = refusals;
    }

    public void run(Reachability reachability, Layouts layouts) {
        Collection<JavaClass> classes = reachability.classes();
        for (JavaClass type : classes) {
            if (type.unboxed()) {
                checkUnboxed(type);
            }
            if (!type.ofJdk() && type.fields().stream().anyMatch(JavaField::embedded)) {
                type.methods().stream().filter(JavaMethod::hasCode).forEach(this::checkWrites);
            }
        }
        if (!refusals.isEmpty()) {
            return;
        }
        for (JavaClass type : classes) {
            int allowed = type.footprint();
            int size = allowed > 0 ? layouts.of(type).size() : 0;
            if (size > allowed) {
                refusals.add(reachability.placedAt(type),
                    "a layout of " + size + " bytes of " + type + ", whose @Footprint is " + allowed);
            }
        }
    }

    /** Natively no constructor of an unboxed record runs, so it must do nothing but keep its argument. */
    private void checkUnboxed(JavaClass type) {
        List<JavaField> held = type.fields().stream().filter(field -> !field.isStatic()).toList();
        boolean number = held.size() == 1 && held.getFirst().type().isPrimitive()
            && !world.representation(held.getFirst().type()).floating();
        if (!number) {
            refusals.add("the unboxed record " + type + " with other than one component, of type boolean, byte, char,"
                + " short, int or long (" + type.sourcePath() + ")");
            return;
        }
        for (JavaMethod method : type.methods()) {
            if (method.isConstructor() && method.code().size() != IMPLICIT_CONSTRUCTOR) {
                refusals.add(new Place(method, method.code().line(0)),
                    "the unboxed record " + type + " with a constructor of its own");
            }
        }
    }

    private void checkWrites(JavaMethod method) {
        Code code = method.code();
        Set<Integer> inPlace = new HashSet<>();
        for (int i = 0; i < code.size(); i++) {
            if (code.instruction(i) instanceof NewObjectInstruction) {
                inPlace.add(NewSites.writeBehind(world, method, i));
            }
        }
        for (int i = 0; i < code.size(); i++) {
            if (code.instruction(i) instanceof FieldInstruction write && write.opcode() == Opcode.PUTFIELD) {
                JavaField field = world.field(world.get(write.owner().asInternalName()), write.name().stringValue());
                if (field != null && field.embedded()) {
                    check(new Place(method, code.line(i)), field, inPlace.contains(i));
                }
            }
        }
    }

    private void check(Place place, JavaField field, boolean inPlace) {
        if (!field.isFinal()) {
            refusals.add(place, "the embedded field " + field + ", which is not final");
        } else if (!inPlace) {
            refusals.add(place, "a write of the embedded field " + field + " that is no new object of exactly its type");
        }
    }
}
