package peaberry.fullscreen.man;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that there is a class {@code XTexts} beside the class {@code X} that is marked, which is made of a folder's Markdown files when that is compiled. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@interface Texts {

    /** The folder, from one that the source file is in. */
    String value();
}
