package peaberry.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record with one primitive component that is, in native code, that primitive: no object, no header, no null.
 *
 * <p>It gives a number a type at no cost. The record must have the implicit canonical constructor. The compiler
 * refuses what would need an object: null, {@code ==} between two of them, a cast, a generic or {@code Object} use,
 * {@code equals}, {@code hashCode}, {@code toString}, and locking. A field that was never written holds zero natively
 * and must therefore be initialised explicitly.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Unboxed {
}
