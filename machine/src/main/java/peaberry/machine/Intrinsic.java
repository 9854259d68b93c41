package peaberry.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method with two bodies: the Java one runs on the JVM against the simulated machine, the native one is the LLVM
 * function of the same name in {@code machine/src/main/llvm}. The compiler never translates the Java body.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Intrinsic {
}
