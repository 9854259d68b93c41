package peaberry.compiler.code;

import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.World;

/** What a failed check is. The ordinals are those of {@code peaberry.abi.JavaTrap}. */
enum Trap {
    NULL_POINTER, ARRAY_INDEX, CLASS_CAST, DIVISION, ARRAY_STORE, ASSERTION, THROW, UNREACHABLE, NEGATIVE_SIZE;

    /** What throwing an exception of a class is. */
    static Trap ofThrown(World world, JavaClass type) {
        if (World.isSubclass(type, world.get("java/lang/AssertionError"))) {
            return ASSERTION;
        }
        boolean noBranch = World.isSubclass(type, world.get("java/lang/MatchException"))
            || World.isSubclass(type, world.get("java/lang/IncompatibleClassChangeError"));
        return noBranch ? UNREACHABLE : THROW;
    }
}
