package peaberry.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines by which the guest tests its console: {@code ~ 00000042 qrst…}, each with the next number and with letters that follow from it. */
final class NumberedLines {

    private static final Pattern LINE = Pattern.compile("~ (\\d{8}) ([a-z]{26})");
    private static final int LETTERS = 26;
    /** As many letters in their order are a piece of such a line. */
    private static final int PIECE = 8;

    private long last;
    private long whole;
    private long lost;
    private long doubled;
    private long damaged;

    /** Counts a line, if it belongs to these. @return whether it does, or what is left of it */
    boolean takes(String line) {
        if (line.isEmpty()) {
            return whole > 0;
        }
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches() && matcher.group(2).equals(letters(Long.parseLong(matcher.group(1))))) {
            count(Long.parseLong(matcher.group(1)));
            return true;
        }
        if (isDamaged(line)) {
            damaged++;
            return true;
        }
        return false;
    }

    /** Whether it is a piece of such a line, or what nobody would have printed. */
    private static boolean isDamaged(String line) {
        int inOrder = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            inOrder = i > 0 && c >= 'a' && c <= 'z' && (c == line.charAt(i - 1) + 1 || c == 'a' && line.charAt(i - 1) == 'z') ? inOrder + 1 : 0;
            if (c == '~' || c < ' ' || c >= 0x7F || inOrder >= PIECE) {
                return true;
            }
        }
        return false;
    }

    private void count(long number) {
        if (number <= last) {
            doubled++;
            return;
        }
        whole++;
        lost += number - last - 1;
        last = number;
    }

    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append((char) ('a' + (number + i) % LETTERS));
        }
        return letters.toString();
    }

    /** What became of the lines; empty if there were none. */
    String summary() {
        return whole + damaged == 0 ? "" : """
                FAULTS console.lines.whole %d
                FAULTS console.lines.lost %d
                FAULTS console.lines.doubled %d
                FAULTS console.lines.damaged %d
                """.formatted(whole, lost, doubled, damaged);
    }
}
