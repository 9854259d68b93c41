package peaberry.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bytes behind the fields of each instance, for what the processor stores and loads by itself. No Java code reaches them
 * but through an intrinsic that is given the object. On the JVM they do not exist.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Reserved {
    /** How many. */
    int value();
}
