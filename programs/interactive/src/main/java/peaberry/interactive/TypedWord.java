package peaberry.interactive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import peaberry.sh.syntax.Names;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Part;
import peaberry.sh.syntax.Word;

/** The word at the end of what was typed of a command, as far as that can be told of something unfinished. */
final class TypedWord {

    private static final int NOWHERE = -1;

    private final String line;
    private int start = NOWHERE;
    private char quote;
    private boolean isOnlyQuoted;
    private final StringBuilder text = new StringBuilder();
    /** The words before it, of the simple command that it is in, and those of the commands around that. */
    private List<String> words = new ArrayList<>();
    private final Deque<List<String>> outer = new ArrayDeque<>();
    private boolean isTarget;
    private boolean isComment;
    private boolean hasExpansion;
    private int name = NOWHERE;

    private TypedWord(String line) {
        this.line = line;
    }

    /** @param line up to the cursor */
    static TypedWord of(String line) {
        TypedWord word = new TypedWord(line);
        for (int at = 0; at < line.length(); at++) {
            at += word.take(at);
        }
        if (word.start == NOWHERE) {
            word.begin(line.length());
        }
        return word;
    }

    /** Where in the line it begins. */
    int start() {
        return start;
    }

    /** Without quotes. */
    String text() {
        return text.toString();
    }

    /** The quote that is open, which began the word; 0 if there is none. */
    char quote() {
        return isOnlyQuoted ? quote : 0;
    }

    boolean isComment() {
        return isComment;
    }

    /** Whether it is in a place where a command's name is expected. */
    boolean isCommand() {
        return words.isEmpty() && !isTarget;
    }

    /** The command that it is an argument of; empty if of none. */
    String command() {
        return words.isEmpty() || isTarget ? "" : words.getFirst();
    }

    /** Whether something in it becomes another text when the command runs. */
    boolean hasExpansion() {
        return hasExpansion;
    }

    /** Where the name of a parameter begins with which it ends; -1 if it does not. */
    int name() {
        return name;
    }

    /** Takes a character. @return how many more were taken with it */
    private int take(int at) {
        char character = line.charAt(at);
        if (isComment) {
            if (character == '\n') {
                isComment = false;
                separate();
            }
            return 0;
        }
        noteName(at, character);
        if (quote != 0) {
            return takeQuoted(at, character);
        }
        switch (character) {
            case ' ', '\t' -> end();
            case '\n', ';', '&', '|' -> separate();
            case '(' -> {
                end();
                outer.push(words);
                words = new ArrayList<>();
            }
            case ')' -> {
                end();
                words = outer.isEmpty() ? new ArrayList<>() : outer.pop();
            }
            case '<', '>' -> {
                if (start != NOWHERE && text.chars().allMatch(Character::isDigit)) {
                    forget();
                }
                end();
                isTarget = true;
            }
            case '`' -> separate();
            case '\\' -> {
                begin(at);
                isOnlyQuoted = false;
                if (at + 1 < line.length()) {
                    text.append(line.charAt(at + 1));
                    return 1;
                }
            }
            case '\'', '"' -> {
                isOnlyQuoted = start == NOWHERE;
                begin(at);
                quote = character;
            }
            case '#' -> {
                isComment = start == NOWHERE;
                add(at, character);
            }
            default -> add(at, character);
        }
        return 0;
    }

    private int takeQuoted(int at, char character) {
        if (character == quote) {
            quote = 0;
            isOnlyQuoted = false;
        } else if (quote == '"' && character == '\\' && at + 1 < line.length() && "$`\"\\".indexOf(line.charAt(at + 1)) >= 0) {
            text.append(line.charAt(at + 1));
            return 1;
        } else {
            text.append(character);
        }
        return 0;
    }

    /** Whether the name of a parameter has begun, goes on, or has ended. */
    private void noteName(int at, char character) {
        if (quote == '\'') {
            name = NOWHERE;
        } else if (character == '$') {
            name = at + 1;
            hasExpansion = true;
        } else if (character == '{' && name == at) {
            name = at + 1;
        } else if (name != NOWHERE && !Names.isName(line.substring(name, at + 1))) {
            name = NOWHERE;
        }
        hasExpansion |= character == '`' && quote != '\'';
    }

    private void add(int at, char character) {
        begin(at);
        text.append(character);
    }

    private void begin(int at) {
        start = start == NOWHERE ? at : start;
    }

    private void forget() {
        start = NOWHERE;
        text.setLength(0);
        hasExpansion = false;
        isOnlyQuoted = false;
    }

    private void end() {
        if (start != NOWHERE) {
            String word = text.toString();
            boolean counts = !isTarget && !(words.isEmpty() && (isKeyword(word) || isAssignment(word)));
            if (counts) {
                words.add(word);
            }
            isTarget = false;
        }
        forget();
        name = NOWHERE;
    }

    private void separate() {
        end();
        words = new ArrayList<>();
        isTarget = false;
    }

    private static boolean isKeyword(String word) {
        return Parser.isReserved(new Word(List.of(new Part.Literal(word)))) && !word.equals("for") && !word.equals("case") && !word.equals("in");
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && Names.isName(word.substring(0, equals));
    }
}
