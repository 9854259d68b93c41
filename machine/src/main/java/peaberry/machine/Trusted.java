package peaberry.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what can break memory safety.
 *
 * <p>On a class: it may call {@link Intrinsic} methods and {@code @Trusted} members. On a constructor or method: only
 * {@code @Trusted} classes may call it. On a field: only {@code @Trusted} classes may write it, so that whoever sees it may
 * read it without a method of a trusted class in between. The compiler of the native profile refuses every other use, and the build
 * prints how much of the kernel is trusted. Every public method of a trusted class must be safe for any argument that
 * its callers can make.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Trusted {
}
