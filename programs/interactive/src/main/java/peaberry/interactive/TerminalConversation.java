package peaberry.interactive;

import java.io.IOException;
import java.util.function.Function;
import peaberry.sh.Prompt;
import peaberry.sh.PromptedSource;
import peaberry.sh.help.Help;
import peaberry.sh.run.Conversation;
import peaberry.sh.run.Jump;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Parser;

/**
 * The commands that somebody types at a terminal. They can be edited if the terminal can show that: {@code TERM} is neither empty nor {@code dumb}, or is not set and the terminal has said how large it is. Else a
 * prompt and a line are all there is, and no sequence is printed.
 */
public final class TerminalConversation implements Conversation {

    private static final String USUAL_PROMPT = "\\e[31m\\?\\e[36m\\w\\e[0m \\$ ";
    private static final String SHELLS_PROMPT = "$ ";
    private static final String TERM = "TERM";
    private static final String USUAL_TERM = "xterm";
    private static final String DUMB = "dumb";
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;
    /** Has the terminal type how large it is: where its cursor is when it goes as far as it can (ECMA-48, CUP and DSR; DEC's save and restore). */
    private static final String ASK_SIZE = "\0337\33[999;999H\33[6n\0338";
    /** xterm, Bracketed Paste Mode. */
    private static final String MARK_PASTES = "\33[?2004h";
    private static final String MARK_NO_PASTES = "\33[?2004l";

    private final Shell shell;
    private final TerminalModes terminal;
    private final PromptedSource plain;
    private final KeptHistory history;
    private final Editor editor;
    private final KeyDecoder decoder = new KeyDecoder();
    private boolean begins;

    /** @param help of a command; null if there is none */
    public TerminalConversation(Shell shell, TerminalModes terminal, Function<String, Help> help) {
        this.shell = shell;
        this.terminal = terminal;
        plain = new PromptedSource(shell);
        history = new KeptHistory(shell);
        editor = new Editor(history.history(), new ShellCompleter(shell, help), Parser::isIncomplete);
        if (shell.get(TERM) == null && isEditing()) {
            shell.set(TERM, USUAL_TERM);
            shell.variables().export(TERM);
        }
        if (isEditing() && SHELLS_PROMPT.equals(shell.get("PS1"))) {
            shell.set("PS1", USUAL_PROMPT);
        }
    }

    private boolean isEditing() {
        String term = shell.get(TERM);
        return terminal.exists() && (term == null ? terminal.columns() > 0 : !term.isEmpty() && !term.equals(DUMB));
    }

    @Override
    public void begin() {
        begins = true;
        plain.begin();
    }

    @Override
    public String nextLine() {
        boolean isFirst = begins;
        begins = false;
        if (!isEditing()) {
            return plain.nextLine();
        }
        history.open();
        String further = prompt("PS2");
        Editor.Event event = edit(isFirst ? prompt("PS1") : further, further);
        if (event == Editor.Event.ABANDONED) {
            throw new Jump.Interrupt();
        }
        if (event != Editor.Event.FINISHED) {
            return null;
        }
        history.add(editor.text());
        return editor.text() + "\n";
    }

    private String prompt(String variable) {
        String text = shell.get(variable);
        return text == null ? "" : Prompt.expand(shell, text);
    }

    private Editor.Event edit(String prompt, String further) {
        terminal.readKeys();
        try {
            shell.show((terminal.isAtLineStart() ? "" : "\n") + ASK_SIZE + MARK_PASTES);
            editor.resize(terminal.columns() > 0 ? terminal.columns() : USUAL_COLUMNS, terminal.rows() > 0 ? terminal.rows() : USUAL_ROWS);
            editor.begin(prompt, further);
            Editor.Event event = Editor.Event.NONE;
            byte[] one = new byte[1];
            while (event == Editor.Event.NONE) {
                shell.show(editor.output());
                if (shell.channel(0).read(one, 0, 1) < 1) { // no more than the line: the rest is for the commands
                    return Editor.Event.END_OF_INPUT;
                }
                decoder.feed(one[0] & 0xFF);
                for (int key = decoder.next(); key != Key.NONE && event == Editor.Event.NONE; key = decoder.next()) {
                    event = editor.press(key);
                }
            }
            return event;
        } catch (IOException gone) {
            return Editor.Event.END_OF_INPUT;
        } finally {
            shell.show(MARK_NO_PASTES + editor.output());
            terminal.readLines();
        }
    }
}
