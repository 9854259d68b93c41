package peaberry.compiler.reach;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/**
 * Only trusted classes call intrinsics and {@code @Trusted} members, directly or by a method reference, and write
 * {@code @Trusted} fields, be they inherited. Every method of every class of the program and of its static initialisers is checked, reached or not, since those run at build time.
 * The constructor of an unboxed record with a trusted factory is as trusted as the factory: who may not call the one
 * shall not get round it by the other.
 */
public final class TrustCheck {

    private static final String MACHINE = "peaberry/machine";

    private final World world;
    private final Refusals refusals;

    public TrustCheck(World world, Refusals refusals) {
        this.world = world;
        this.refusals = refusals;
    }

    public void run(Collection<JavaClass> classes) {
        Set<JavaClass> all = new LinkedHashSet<>(classes);
        world.loaded().stream().filter(type -> !type.name().startsWith(MACHINE + "/")).forEach(all::add);
        for (JavaClass type : all) {
            if (type.ofJdk() || type.trusted()) {
                continue;
            }
            type.methods().stream().filter(method -> method.hasCode() && !method.intrinsic())
                .forEach(method -> check(type, method));
        }
    }

    private void check(JavaClass type, JavaMethod method) {
        Code code = method.code();
        for (int i = 0; i < code.size(); i++) {
            Place place = new Place(method, code.line(i));
            switch (code.instruction(i)) {
                case FieldInstruction access -> {
                    if (access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC) {
                        checkWrite(place, access);
                    }
                }
                case InvokeInstruction call -> check(type, place, call.owner().asSymbol(),
                    call.name().stringValue() + call.type().stringValue());
                case InvokeDynamicInstruction dynamic -> dynamic.bootstrapArgs().forEach(argument -> {
                    if (argument instanceof DirectMethodHandleDesc handle) {
                        check(type, place, handle.owner(), handle.methodName() + handle.lookupDescriptor());
                    }
                });
                default -> { }
            }
        }
    }

    private void checkWrite(Place place, FieldInstruction write) {
        JavaClass owner = world.find(write.owner().asInternalName());
        JavaField field = owner == null ? null : world.field(owner, write.name().stringValue());
        if (field != null && field.trusted()) {
            refusals.add(place, "a write of the @Trusted field " + field + " in a class that is not @Trusted");
        }
    }

    private void check(JavaClass type, Place place, ClassDesc called, String signature) {
        JavaClass owner = called.isArray() ? null : world.find(World.internalName(called));
        JavaMethod target = owner == null ? null : world.method(owner, signature);
        if (target == null || isOwn(type, target.owner())) {
            return;
        }
        if (target.intrinsic()) {
            refusals.add(place, "a call of the intrinsic " + target + " in a class that is not @Trusted");
        } else if (target.trusted() || target.isConstructor() && isGuarded(target.owner())) {
            refusals.add(place, "a call of the @Trusted " + target + " in a class that is not @Trusted");
        }
    }

    /** Whether {@code owner} is the class itself, or both are unboxed records or what they need of the machine. */
    private static boolean isOwn(JavaClass type, JavaClass owner) {
        return type == owner || type.unboxed() && type.packageName().equals(MACHINE)
            && owner.packageName().equals(MACHINE);
    }

    private static boolean isGuarded(JavaClass owner) {
        return owner.unboxed() && owner.methods().stream().anyMatch(method -> method.isStatic() && method.trusted()
            && method.type().returnType().equals(owner.type()));
    }
}
