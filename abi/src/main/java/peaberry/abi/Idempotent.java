package peaberry.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Interface} that does no harm if it is done twice. The client calls it again when the server was destroyed
 * before it answered; any other method ends with {@link Outcome#SERVER_RESTARTED}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Idempotent {
}
