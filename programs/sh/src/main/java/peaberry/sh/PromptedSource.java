package peaberry.sh;

import peaberry.sh.run.Conversation;
import peaberry.sh.run.Shell;

/** Commands from a terminal: before each line the prompt is shown that {@code PS1} says, and {@code PS2} before the further lines of a command. */
public final class PromptedSource implements Conversation {

    private final Shell shell;
    private final InputSource lines;
    private boolean begins;

    public PromptedSource(Shell shell) {
        this.shell = shell;
        lines = new InputSource(shell);
    }

    @Override
    public void begin() {
        begins = true;
    }

    @Override
    public String nextLine() {
        String prompt = shell.get(begins ? "PS1" : "PS2");
        begins = false;
        shell.show(prompt == null ? "" : Prompt.expand(shell, prompt));
        return lines.nextLine();
    }
}
