package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.IncompleteException;
import peaberry.sh.syntax.Operator;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Part;
import peaberry.sh.syntax.Redirection;
import peaberry.sh.syntax.SyntaxException;
import peaberry.sh.syntax.Word;

/** What text becomes, what is wrong with it, and whether more of it could make it right. */
class ParserTest {

    private static Word word(String text) {
        return new Word(List.of(new Part.Literal(text)));
    }

    private static Command.Simple simple(String... words) {
        return new Command.Simple(List.of(), List.of(words).stream().map(ParserTest::word).toList(), List.of(), 1);
    }

    private static Command parse(String text) {
        Command.Sequence parsed = Parser.parse(text);
        assertEquals(1, parsed.commands().size());
        return parsed.commands().getFirst();
    }

    @Test
    void aSimpleCommandHasAssignmentsWordsAndRedirections() {
        Command.Simple command = (Command.Simple) parse("a=1 b= cmd x=2 3>file");
        assertEquals(List.of(new Command.Assignment("a", word("1")), new Command.Assignment("b", Word.EMPTY)), command.assignments());
        assertEquals(List.of(word("cmd"), word("x=2")), command.words());
        assertEquals(List.of(new Redirection.To(Redirection.Kind.WRITE, 3, word("file"))), command.redirections());
    }

    @Test
    void andAndOrBindAlikeAndTighterThanASemicolon() {
        assertEquals(new Command.Or(new Command.And(simple("a"), simple("b")), simple("c")), parse("a && b || c"));
        assertEquals(new Command.Sequence(List.of(simple("a"), new Command.Background(simple("b")), simple("c"))), Parser.parse("a; b & c"));
    }

    @Test
    void notCoversThePipeline() {
        assertEquals(new Command.Not(new Command.Pipeline(List.of(simple("a"), simple("b")))), parse("! a | b"));
    }

    @Test
    void quotesMakePartsOfAWord() {
        Command.Simple command = (Command.Simple) parse("a'b'\"c$d\"\\e");
        assertEquals(List.of(new Word(List.of(new Part.Literal("a"), new Part.Quoted("b"),
                new Part.DoubleQuoted(List.of(new Part.Literal("c"), new Part.Parameter("d", Operator.VALUE, Word.EMPTY))),
                new Part.Quoted("e")))), command.words());
    }

    @Test
    void twoParenthesesMayBeginArithmeticOrASubshell() {
        assertTrue(((Command.Simple) parse("echo $((1+(2)))")).words().get(1).parts().getFirst() instanceof Part.Arithmetic);
        assertTrue(((Command.Simple) parse("echo $((a) | (b))")).words().get(1).parts().getFirst() instanceof Part.Substitution);
    }

    @Test
    void nestedGuessesAtArithmeticTakeNoLongTime() {
        String text = "echo " + "$((a;".repeat(60) + ") )".repeat(60);
        assertEquals(1, Parser.parse(text).commands().size());
    }

    @Test
    void commandsRememberTheirLines() {
        Command.Sequence parsed = Parser.parse("a\n\nb \\\n c\nd");
        assertEquals(List.of(1, 3, 5), parsed.commands().stream().map(command -> ((Command.Simple) command).line()).toList());
    }

    @Test
    void oneCommandIsReadAtATime() {
        Deque<String> lines = new ArrayDeque<>(List.of("a\n", "if b\n", "then c; fi\n", "d\n"));
        Parser parser = new Parser(lines::poll);
        parser.next();
        assertEquals(3, lines.size());
        parser.next();
        assertEquals(1, lines.size());
        parser.next();
        assertEquals(null, parser.next());
    }

    @Test
    void theTextOfADocumentIsReadWithItsCommand() {
        Deque<String> lines = new ArrayDeque<>(List.of("cat <<E\n", "text\n", "E\n", "d\n"));
        new Parser(lines::poll).next();
        assertEquals(List.of("d\n"), List.copyOf(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"if true", "if true; then", "if true; then a; else", "while a", "while a; do b", "for", "for i", "for i in a b", "for i in a; do",
        "case", "case a", "case a in", "case a in b", "case a in b)", "case a in b) c ;;", "{", "{ a", "(", "(a", "( (a)", "a &&", "a ||", "a |", "!", "f()", "f(",
        "echo 'a", "echo \"a", "echo \"a $(b\"", "echo ${a", "echo ${a-b", "echo ${#", "echo ${", "echo ${a:", "echo $(a", "echo $(", "echo $((1", "echo $((1)", "echo `a",
        "cat <<E", "cat <<E\ntext\n", "cat <<E\nE2\n", "echo a \\\n", "a >", "(cat <<E\n", "echo \"$(cat <<E\n", "if a\nthen b\n", "{ a\n\nb\n"})
    void moreCouldMakeItRight(String text) {
        assertTrue(Parser.isIncomplete(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a;", "a &", "a\n", "# comment", "if a; then b; fi", "cat <<E\nE\n", "cat <<E\nE", "echo a\\\\", "echo 'a\\'", "echo \\\\\n",
        ")", "a )", "a ;;", ";", "& a", "a && || b", "fi", "}", "then", "if a; fi", "case a b", "f() )", "1f() { a; }", "for 1 in a", "echo ${!a}", "echo ${a!}",
        "echo `if`", "a | | b", "( )", "echo a\n)"})
    void moreWouldNotHelp(String text) {
        assertFalse(Parser.isIncomplete(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "echo a )                | 1 | ) is not expected here",
        "a; fi                   | 1 | fi is not expected here",
        "if a; fi                | 1 | then expected before fi",
        "while a; done           | 1 | do expected before done",
        "a\\n\\n;                | 3 | ; is not expected here",
        "a && \\n\\n && b        | 3 | && is not expected here",
        "case a b in c) esac     | 1 | in expected before b",
        "echo a >; b             | 1 | a word after > expected before ;",
        "for 2 in a; do b; done  | 1 | for needs a variable's name",
        "a-b() { c; }            | 1 | a function cannot have this name",
        "echo\\n${a!}            | 2 | } expected after ${a",
        "echo ${}                | 1 | no parameter's name after ${",
        "(a                      | 1 | end of input where ) is missing",
        "a\\n'b\\nc              | 3 | end of input where ' is missing",
        "{ a                     | 1 | end of input where } is missing",
        "if a\\nthen b           | 2 | end of input where fi is missing",
        "a &&                    | 1 | end of input where a command is missing"})
    void errorsSayWhatIsWrongAndWhere(String text, int line, String message) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> Parser.parse(text.replace("\\n", "\n")));
        assertEquals(message, error.getMessage());
        assertEquals(line, error.line());
    }

    @Test
    void whatIsIncompleteWithinBackquotesIsWrong() {
        assertFalse(assertThrows(SyntaxException.class, () -> Parser.parse("echo `if a`")) instanceof IncompleteException);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{ ", "$(", "${a-", "\"$(", "if ", "while ", "$((", "a=$("})
    void whatIsNestedTooDeeplyIsRefused(String opening) {
        assertThrows(SyntaxException.class, () -> Parser.parse(opening.repeat(5000)));
    }
}
