package peaberry.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type {@code X} beside which the build makes {@code XNames}: what the methods of all {@link Interface}s of the module are called, and what their messages hold, for who shows messages to people.
 * {@code XNames.of(label)} tells it of the method whose requests have that label, as five words with blanks between them: the interface's simple name; the method's name; its parameters; its
 * results; the interface's outcomes in their order, with commas between them. It is empty for a label of no method.
 *
 * <p>Parameters and results are as they are declared, with commas between them, or a hyphen if there are none: {@code number}; {@code truth}; a constant as {@code RED/GREEN/BLUE};
 * {@code bytes} for bytes and texts; a capability as {@code @} and what it is, as {@code @window}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MethodNames {
}
