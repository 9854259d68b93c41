package peaberry.fullscreen.edit;

import java.io.IOException;
import peaberry.fullscreen.terminal.Prompt;

/** Saves a text, and asks before anything would be lost. */
final class Saving {

    private final EditedFile file;
    private final TextBuffer text;
    private final Changes changes;
    private final Prompt prompt;
    private String failure = "";

    Saving(EditedFile file, TextBuffer text, Changes changes, Prompt prompt) {
        this.file = file;
        this.text = text;
        this.changes = changes;
        this.prompt = prompt;
    }

    /** Why the text could not be saved when that was tried in order to leave; empty if it could. It is told once. */
    String failure() {
        String told = failure;
        failure = "";
        return told;
    }

    /** @return what is to be said */
    String save() throws IOException {
        if (file.name().isEmpty()) {
            return saveAs();
        }
        if (file.isReadOnly()) {
            return file.name() + " can only be read: Ctrl-O saves the text under another name";
        }
        if (file.wasChanged() && prompt.choice(file.name() + " is not what it was: somebody else changed it. Write over it? (y/n) ", "yn") != 'y') {
            return "not saved";
        }
        return write(file.name());
    }

    /** @return what is to be said */
    String saveAs() throws IOException {
        String name = prompt.line("Save as: ", file.name());
        if (name == null || name.isEmpty()) {
            return "not saved";
        }
        if (name.equals(file.name())) {
            return save();
        }
        if (file.isAnother(name) && prompt.choice("There is " + name + " already. Write over it? (y/n) ", "yn") != 'y') {
            return "not saved";
        }
        return write(name);
    }

    private String write(String name) {
        try {
            file.write(text, name);
            changes.noteSaved();
            int lines = text.lineCount() - (text.line(text.lineCount() - 1).isEmpty() ? 1 : 0);
            return "saved: " + lines + (lines == 1 ? " line" : " lines");
        } catch (IOException refused) {
            return "not saved: " + name + ": " + refused.getMessage();
        }
    }

    /** Whether the editor may end: nothing is to be saved, or is not wanted. */
    boolean mayLeave() throws IOException {
        if (changes.areSaved()) {
            return true;
        }
        char answer = prompt.choice("Save the changes? (y/n, or Ctrl-C to go on) ", "yn");
        if (answer == 'y') {
            failure = save();
            return changes.areSaved();
        }
        return answer == 'n';
    }
}
