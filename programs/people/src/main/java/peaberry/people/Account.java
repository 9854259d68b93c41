package peaberry.people;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a person, but for the password. As text it is rows of a word and what belongs to it; empty ones and those that begin with {@code #} say nothing:
 *
 * <pre>
 * number 1000
 * home /home/ann
 * may supervision power
 * </pre>
 *
 * @param name   a letter from a to z, and up to 30 of these, digits and {@code -}
 * @param number by which files know whose they are
 * @param home   an absolute path
 * @param may    the names of what she may be granted, or {@link #ALL}
 */
record Account(String name, int number, String home, List<String> may) {

    /** The first person's number. */
    static final int FIRST_NUMBER = 1000;
    /** In place of names: whatever there is. */
    static final String ALL = "*";
    static final int MAX_NAME = 31;
    private static final int LAST_NUMBER = 60_000;
    private static final int MAX_HOME = 200;
    private static final int MAX_NAMES = 16;
    /** Bytes, as those of what is granted to a process. */
    private static final int MAX_GRANT = 24;

    Account {
        check(isName(name), "a name is a letter from a to z, and at most 30 of these, digits and -");
        check(number >= FIRST_NUMBER && number <= LAST_NUMBER, "a number is from 1000 to 60000");
        check(isHome(home), "a home is an absolute path of plain names");
        check(may.size() <= MAX_NAMES && may.stream().allMatch(Account::isGrant), "what may be granted is at most 16 names, or *");
        may = List.copyOf(may);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static boolean isName(String text) {
        boolean isName = !text.isEmpty() && text.length() <= MAX_NAME && isLetter(text.charAt(0));
        for (int i = 1; isName && i < text.length(); i++) {
            isName = isLetter(text.charAt(i)) || isDigit(text.charAt(i)) || text.charAt(i) == '-';
        }
        return isName;
    }

    private static boolean isGrant(String text) {
        boolean isGrant = !text.isEmpty() && text.length() <= MAX_GRANT;
        for (int i = 0; isGrant && i < text.length(); i++) {
            isGrant = isLetter(text.charAt(i)) || isDigit(text.charAt(i)) || "-/".indexOf(text.charAt(i)) >= 0;
        }
        return isGrant || text.equals(ALL);
    }

    private static boolean isHome(String text) {
        boolean isHome = text.startsWith("/") && text.length() <= MAX_HOME && !text.contains("//") && !text.endsWith("/") && !(text + "/").contains("/../") && !(text + "/").contains("/./");
        for (int i = 0; isHome && i < text.length(); i++) {
            isHome = text.charAt(i) > ' ' && text.charAt(i) < 127;
        }
        return isHome;
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z';
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** @throws IllegalArgumentException if the text is none */
    static Account parse(String name, String text) {
        Integer number = null;
        String home = null;
        List<String> may = null;
        for (String row : text.split("\n", -1)) {
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            int blank = row.indexOf(' ');
            String word = blank < 0 ? row : row.substring(0, blank);
            String rest = blank < 0 ? "" : row.substring(blank + 1);
            switch (word) {
                case "number" -> {
                    check(number == null, "there are two numbers");
                    number = Integer.valueOf(rest);
                }
                case "home" -> {
                    check(home == null, "there are two homes");
                    home = rest;
                }
                case "may" -> {
                    check(may == null, "there are two rows of what may be granted");
                    may = words(rest);
                }
                default -> throw new IllegalArgumentException("an account has no " + word);
            }
        }
        check(number != null && home != null && may != null, "an account needs number, home and may");
        return new Account(name, number, home, may);
    }

    private static List<String> words(String row) {
        List<String> words = new ArrayList<>();
        for (String word : row.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The rows. */
    String text() {
        return "number " + number + "\nhome " + home + "\n" + "may" + (may.isEmpty() ? "" : " " + String.join(" ", may)) + "\n";
    }
}
