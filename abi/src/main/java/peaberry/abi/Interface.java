package peaberry.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a Java interface that one process serves to others. Of {@code X} the build makes {@code XClient}, whose methods send, and
 * {@code XServer}, which checks whatever comes before the server's own code sees it. docs/interfaces.md says what may stand in it.
 *
 * <p>Both sides are made of the same declaration: its name, its methods in their order with all that travels, and its outcomes decide
 * the labels of its messages, so that a client of another version is refused, never misunderstood.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Interface {

    /** How a call can end: an enum whose first constants are those of {@link Outcome}, in that order. */
    Class<? extends Enum<?>> outcomes() default Outcome.class;
}
