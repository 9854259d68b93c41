package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** hashCode of Latin-1 and of wide strings is the one that Java defines. */
final class StringHash {

    private static final String[] TEXTS = {
        "", "a", "Aa", "BB", "polygenelubricants", "gr\u00FC\u00DFe", "\u4F60\u597D",
        "a long text with several words",
    };

    static void run() {
        for (String text : TEXTS) {
            Out.println(text.hashCode());
        }
    }
}
