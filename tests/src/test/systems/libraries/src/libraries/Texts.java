package libraries;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.tuple.Pair;

/** Apache Commons Lang. */
final class Texts {

    private Texts() {
    }

    static void run() {
        System.out.println(StringUtils.capitalize("peaberry") + StringUtils.leftPad("7", 3, '0') + StringUtils.reverse("abc") + StringUtils.isBlank(" "));
        System.out.println(StringUtils.substringBetween("a[b]c", "[", "]") + " " + StringUtils.getLevenshteinDistance("kitten", "sitting") + " " + Pair.of("a", 1));
    }
}
