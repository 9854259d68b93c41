package peaberry.fullscreen.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.fullscreen.Call;
import peaberry.fullscreen.terminal.FullScreen;
import peaberry.sh.system.TerminalChannel.Mode;
import peaberry.tools.Options;
import peaberry.tools.UsageException;

/** A text editor for the whole screen. */
public final class Edit {

    private Edit() {
    }

    /** @return the exit status */
    public static int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "l", "line-numbers=l");
        options.atMost(2);
        List<String> files = new ArrayList<>(options.operands());
        int line = 1;
        if (!files.isEmpty() && files.getFirst().startsWith("+")) {
            line = Editor.number(files.removeFirst().substring(1));
        }
        if (files.size() > 1 || line <= 0) {
            throw new UsageException("usage: edit [-l] [+LINE] [FILE]");
        }
        if (!call.hasScreen()) {
            throw new IOException("there is no terminal to edit at");
        }
        EditedFile file = new EditedFile(call, files.isEmpty() ? "" : files.getFirst());
        TextBuffer text = new TextBuffer();
        file.read(text);
        try (FullScreen terminal = FullScreen.open(call, Mode.KEYS)) {
            Editor editor = new Editor(terminal, text, file);
            if (options.has('l')) {
                editor.toggleNumbers();
            }
            editor.goToLine(line);
            editor.run();
        }
        return 0;
    }
}
