package peaberry.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code final} field whose object is laid out inside its owner, so that placing the owner places it.
 *
 * <p>The field's declared type is the exact class of the object, and the field is initialised where it is declared, or
 * once in every constructor, with a {@code new} expression of that class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Embedded {
}
