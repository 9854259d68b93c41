package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import peaberry.sh.expand.Arithmetic;
import peaberry.sh.expand.ExpansionContext;
import peaberry.sh.expand.ExpansionException;
import peaberry.sh.expand.Pattern;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Printer;
import peaberry.sh.syntax.SyntaxException;

/** Garbage is refused as such, and soon. A seed makes each run the same; {@code -Dpeaberry.seed} takes another. */
class FuzzTest {

    private static final long SEED = Long.getLong("peaberry.seed", 4711);
    private static final int INPUTS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<String> TOKENS = List.of("if", "then", "elif", "else", "fi", "for", "in", "do", "done", "while", "until", "case", "esac",
            "{", "}", "(", ")", "!", "&&", "||", "|", "&", ";", ";;", "\n", "<", ">", ">>", "<<E", "<<-'E'", "\nE\n", "<&", ">&1", "<>", ">|", "2>",
            "'", "\"", "\\", "`", "$", "$(", "$((", "))", "${", "${#", "${x", ":-", "##", "%", "=", "x=", "a", "b", "f()", "1", "*", "?", "[", "]", "~", "#", " ", "\t",
            "echo", "\\\n", "@", "-", "\0", "é", "\udc80");

    private static String tokens(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(30); left > 0; left--) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextInt(3) > 0 ? " " : "");
        }
        return text.toString();
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(60); left > 0; left--) {
            text.append((char) (random.nextInt(4) > 0 ? random.nextInt(128) : random.nextInt(0x10000)));
        }
        return text.toString();
    }

    /** A script of the corpus in which something is missing, twice there, or from another one. */
    private static String damaged(Random random, List<Corpus.Script> scripts) {
        StringBuilder text = new StringBuilder(scripts.get(random.nextInt(scripts.size())).text());
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(at + 1 + random.nextInt(5), text.length() - 1));
                case 1 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(128));
                default -> {
                    String other = scripts.get(random.nextInt(scripts.size())).text();
                    text.insert(at, other, 0, random.nextInt(other.length()));
                }
            }
        }
        return text.toString();
    }

    private static void parse(Function<Random, String> source) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> current = new ArrayList<>(List.of(""));
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < INPUTS; i++) {
                current.set(0, source.apply(random));
                parse(current.getFirst());
            }
        }, () -> "this took too long: " + current.getFirst());
    }

    private static void parse(String text) {
        Command.Sequence parsed;
        try {
            Parser.isIncomplete(text);
            parsed = Parser.parse(text);
        } catch (SyntaxException e) {
            return;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + SEED + ", text:\n" + text, e);
        }
        String printed = Printer.print(parsed);
        try {
            assertEquals(parsed, Parser.parse(printed), () -> "seed " + SEED + ", text:\n" + text + "\n--- printed\n" + printed);
        } catch (SyntaxException e) {
            throw new AssertionError("seed " + SEED + ", text:\n" + text + "\n--- printed\n" + printed, e);
        }
    }

    @Test
    void randomTokens() {
        parse(FuzzTest::tokens);
    }

    @Test
    void randomCharacters() {
        parse(FuzzTest::characters);
    }

    @Test
    void damagedScripts() {
        List<Corpus.Script> scripts = Corpus.all();
        parse(random -> damaged(random, scripts));
    }

    @Test
    void randomArithmetic() {
        List<String> pieces = List.of("1", "0x", "07", "x", "y=", "+", "-", "*", "/", "%", "(", ")", "?", ":", "&&", "||", "<<", ">=", "!", "~", "=", "+=", " ", "9999999999999999999");
        Random random = new Random(SEED);
        for (int i = 0; i < INPUTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(20); left > 0; left--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                new Arithmetic(text.toString(), new Nothing()).evaluate();
            } catch (ExpansionException e) {
                // as it should be
            }
        }
        for (String deep : List.of("(", "-", "!", "1?", "x=", "1?1:")) {
            Assertions.assertThrows(ExpansionException.class, () -> new Arithmetic(deep.repeat(50_000), new Nothing()).evaluate());
        }
    }

    @Test
    void randomPatterns() {
        Random random = new Random(SEED);
        String pieces = "ab*?[]!-\\:^[:alpha:]";
        for (int i = 0; i < INPUTS; i++) {
            StringBuilder pattern = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                pattern.append(pieces.charAt(random.nextInt(pieces.length())));
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            new Pattern(pattern.toString()).matches(text.toString());
            assertEquals(true, new Pattern(Pattern.quote(text.toString())).matches(text.toString()));
            assertEquals(text.toString(), Pattern.unquote(Pattern.quote(text.toString())));
        }
    }

    /** A shell in which nothing is set. */
    private static final class Nothing implements ExpansionContext {

        @Override
        public String get(String parameter) {
            return null;
        }

        @Override
        public void set(String variable, String value) {}

        @Override
        public List<String> positional() {
            return List.of();
        }

        @Override
        public boolean unsetIsError() {
            return false;
        }

        @Override
        public boolean expandsPathnames() {
            return false;
        }

        @Override
        public String output(Command commands) {
            return "";
        }

        @Override
        public List<String> list(String directory) {
            return List.of();
        }

        @Override
        public boolean exists(String path) {
            return false;
        }
    }
}
