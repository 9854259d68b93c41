package peaberry.sh.syntax;

/** What can be the name of a variable or a function. */
public final class Names {

    private Names() {}

    public static boolean isName(String text) {
        return !text.isEmpty() && lengthOfName(text) == text.length();
    }

    /** How much of a text's beginning is a name. */
    public static int lengthOfName(String text) {
        int length = 0;
        while (length < text.length() && (length == 0 ? begins(text.charAt(0)) : goesOn(text.charAt(length)))) {
            length++;
        }
        return length;
    }

    static boolean begins(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    static boolean goesOn(int character) {
        return begins(character) || isDigit(character);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Whether it is a parameter that the shell itself sets. */
    public static boolean isSpecial(int character) {
        return character > 0 && "@*#?-$!".indexOf(character) >= 0;
    }
}
