package peaberry.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a number in an {@link Interface}: which ones travel. On a method it means the result. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Range {

    /** The least. */
    long min() default 0;

    /** The greatest. */
    long max();
}
