package peaberry.supervisor;

import peaberry.runtime.Text;

/** Text of the guest for the tests. */
final class Texts {

    private Texts() {
    }

    static String string(Text text) {
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            string.append((char) text.byteAt(i));
        }
        return string.toString();
    }
}
