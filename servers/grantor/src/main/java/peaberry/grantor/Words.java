package peaberry.grantor;

import peaberry.runtime.Text;

/** Words with blanks between them. */
final class Words {

    private Words() {
    }

    static boolean contain(Text words, Text word) {
        int start = 0;
        for (int end = 0; end <= words.length(); end++) {
            if (end == words.length() || words.byteAt(end) == ' ') {
                if (isAt(words, start, end, word)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private static boolean isAt(Text words, int start, int end, Text word) {
        boolean isAt = end - start == word.length() && end > start;
        for (int i = 0; isAt && i < word.length(); i++) {
            isAt = words.byteAt(start + i) == word.byteAt(i);
        }
        return isAt;
    }
}
