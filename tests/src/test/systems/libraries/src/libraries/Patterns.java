package libraries;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** RE2/J. */
final class Patterns {

    private Patterns() {
    }

    static void run() {
        Matcher matcher = Pattern.compile("(?P<key>\\pL+)=(\\d+)").matcher("a=1, bc=22; größe=333");
        while (matcher.find()) {
            System.out.println(matcher.group("key") + " " + matcher.group(2) + " " + matcher.start());
        }
        System.out.println(Pattern.compile("(a+)+b").matches("a".repeat(40) + "c") + " " + Pattern.compile("\\s+").matcher("a  b \t c").replaceAll("_") + " " + Pattern.matches("(?i)äö+", "ÄÖö"));
    }
}
