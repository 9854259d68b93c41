package peaberry.standin;

import java.nio.charset.StandardCharsets;
import peaberry.runtime.Text;

/** A program's text as the host has it: UTF-8. */
public final class Texts {

    private Texts() {
    }

    public static String string(Text text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One in which there is room for no more. */
    public static Text of(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        Text text = new Text(bytes.length);
        for (byte value : bytes) {
            text.appendByte(value);
        }
        return text;
    }
}
