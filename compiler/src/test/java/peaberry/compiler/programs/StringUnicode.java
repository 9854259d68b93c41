package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Strings of Latin-1, of wide characters, of surrogate pairs and with NULs. */
final class StringUnicode {

    private static final String LATIN = "gr\u00FC\u00DFe \u00FF";
    private static final String WIDE = "\u4F60\u597D \u0416\uFFFF";
    private static final String PAIR = "x\uD83D\uDE00y";
    private static final String NUL = "a\0b\0";

    private static void show(String text) {
        Out.println(text.length());
        for (int i = 0; i < text.length(); i++) {
            Out.println((int) text.charAt(i));
        }
        Out.println(text);
    }

    static void run() {
        show(LATIN);
        show(WIDE);
        show(PAIR);
        show(NUL);
    }
}
