package peaberry.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a byte array or a text in an {@link Interface}: the most bytes that travel. On a method it means the result. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Size {

    /** Bytes, at least 1. */
    int value();
}
