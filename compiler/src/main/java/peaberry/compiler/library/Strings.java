package peaberry.compiler.library;

/** Native bodies of methods of {@code String}, on top of those that the compiler itself knows: length and charAt. */
public final class Strings {

    private Strings() {
    }

    public static boolean equals(String self, Object other) {
        if (self == other) {
            return true;
        }
        if (!(other instanceof String text) || text.length() != self.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != self.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public static int hashCode(String self) {
        int hash = 0;
        for (int i = 0; i < self.length(); i++) {
            hash = 31 * hash + self.charAt(i);
        }
        return hash;
    }
}
