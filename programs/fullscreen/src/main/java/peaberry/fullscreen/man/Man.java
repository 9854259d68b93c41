package peaberry.fullscreen.man;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import peaberry.fullscreen.Call;
import peaberry.fullscreen.less.Bytes;
import peaberry.fullscreen.less.Less;
import peaberry.fullscreen.less.Look;
import peaberry.fullscreen.less.Source;
import peaberry.sh.system.Utf8;
import peaberry.tools.Options;
import peaberry.tools.UsageException;

/** Shows pages of the manual, or finds them. */
public final class Man {

    private static final int CELLS = 78;

    private Man() {
    }

    /** @return the exit status */
    public static int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "k", "apropos=k");
        if (options.operands().isEmpty()) {
            throw new UsageException(options.has('k') ? "which word?" : "which page? `man intro` is the first one, `man -k WORD` finds others");
        }
        return options.has('k') ? find(call, options.operands()) : show(call, options.operands());
    }

    private static int find(Call call, List<String> words) throws IOException {
        Set<String> found = new TreeSet<>();
        int status = 0;
        for (String word : words) {
            List<String> lines = Manual.about(word);
            if (lines.isEmpty()) {
                call.say(word + ": no page is about that");
                status = 1;
            }
            found.addAll(lines);
        }
        for (String line : found) {
            write(call, line + "\n");
        }
        return status;
    }

    private static int show(Call call, List<String> names) throws IOException {
        boolean isShown = call.hasScreen();
        List<Source> pages = new ArrayList<>();
        int status = 0;
        for (String name : names) {
            String text = Manual.text(name);
            if (text == null) {
                call.say(name + ": there is no such page");
                status = 1;
            } else if (isShown) {
                byte[] page = Utf8.encode(Markdown.render(text, CELLS, Markdown.Looks.STYLED));
                pages.add(new Source("man " + name, () -> new Bytes(page), page.length));
            } else {
                write(call, Markdown.render(text, CELLS, Markdown.Looks.PLAIN));
            }
        }
        if (!pages.isEmpty()) {
            Look look = new Look();
            look.hasStyles = true;
            Less.show(call, pages, look);
        }
        return status;
    }

    private static void write(Call call, String text) throws IOException {
        byte[] bytes = Utf8.encode(text);
        call.out().write(bytes, 0, bytes.length);
    }
}
