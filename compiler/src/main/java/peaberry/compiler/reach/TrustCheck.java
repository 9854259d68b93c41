package peaberry.compiler.reach;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Collection;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/**
 * Only trusted classes call intrinsics and {@code @Trusted} members. Every method of every class of the program is
 * checked, reached or not, since static initialisers run at build time. The constructor of an unboxed record with a
 * trusted factory is as trusted as the factory: who may not call the one shall not get round it by the other.
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
        for (JavaClass type : classes) {
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
            if (!(code.instruction(i) instanceof InvokeInstruction call) || call.owner().asSymbol().isArray()) {
                continue;
            }
            JavaClass owner = world.find(call.owner().asInternalName());
            JavaMethod target = owner == null ? null
                : world.method(owner, call.name().stringValue() + call.type().stringValue());
            if (target == null || isOwn(type, target.owner())) {
                continue;
            }
            Place place = new Place(method, code.line(i));
            if (target.intrinsic()) {
                refusals.add(place, "a call of the intrinsic " + target + " in a class that is not @Trusted");
            } else if (target.trusted() || target.isConstructor() && isGuarded(target.owner())) {
                refusals.add(place, "a call of the @Trusted " + target + " in a class that is not @Trusted");
            }
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
