package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Utf8;

/** Finds lines that patterns match. */
final class Grep implements Tool {

    private static final int STATUS_WRONG = 2;
    private static final int STATUS_NONE = 1;

    private Call call;
    private Options options;
    private Patterns patterns;
    private SelectedLines lines;
    private long most;
    private boolean areNamed;
    private boolean writesLines;
    private boolean isEnoughOnce;
    private boolean isAnySelected;

    @Override
    public int failure() {
        return STATUS_WRONG;
    }

    @Override
    public int run(Call given) throws IOException {
        call = given;
        options = Options.of(call.arguments(), "EFGcilLnqsvxwohHrRae:f:m:A:B:C:", "extended-regexp=E", "fixed-strings=F", "basic-regexp=G", "count=c", "ignore-case=i",
                "files-with-matches=l", "files-without-match=L", "line-number=n", "quiet=q", "silent=q", "no-messages=s", "invert-match=v", "line-regexp=x", "word-regexp=w",
                "only-matching=o", "no-filename=h", "with-filename=H", "recursive=r", "text=a", "regexp=e", "file=f", "max-count=m", "after-context=A", "before-context=B",
                "context=C");
        patterns = new Patterns(options);
        lines = new SelectedLines(call.out(), options, patterns);
        most = options.number('m', Long.MAX_VALUE);
        writesLines = options.lastOf("cLlq") == 0;
        isEnoughOnce = options.lastOf("Llq") != 0;
        searchEach(readPatterns());
        if (call.hasFailed() && !(options.has('q') && isAnySelected)) {
            return STATUS_WRONG;
        }
        return isAnySelected ? 0 : STATUS_NONE;
    }

    /** Answers what the operands are without the pattern. */
    private List<String> readPatterns() throws IOException {
        options.values('e').forEach(patterns::addAll);
        for (String file : options.values('f')) {
            try (Input input = call.open(file)) {
                for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                    patterns.add(Utf8.decode(line));
                }
            }
        }
        if (options.lastOf("ef") != 0) {
            return options.operands();
        }
        patterns.addAll(options.operand(0));
        return options.operands().subList(1, options.operands().size());
    }

    private void searchEach(List<String> files) {
        boolean isRecursive = options.lastOf("rR") != 0;
        char naming = options.lastOf("hH");
        areNamed = naming == 0 ? files.size() > 1 || isRecursive : naming == 'H';
        if (!isRecursive) {
            (files.isEmpty() ? List.of(Call.STANDARD_INPUT) : files).forEach(this::search);
            return;
        }
        for (String file : files.isEmpty() ? List.of("") : files) {
            searchAll(file, call.look(file.isEmpty() ? "." : file));
        }
    }

    /** Searches a file, or all below a directory; links only if {@code -R} asks for it. @param file empty for the directory it runs in */
    private void searchAll(String file, FileStatus status) {
        if (status == null || !status.is(Kind.DIRECTORY)) {
            search(file);
            return;
        }
        List<String> names = new ArrayList<>(call.system().list(call.path(file.isEmpty() ? "." : file)));
        names.sort((one, other) -> Bytes.compare(Utf8.encode(one), Utf8.encode(other)));
        for (String name : names) {
            String below = file.isEmpty() || file.endsWith("/") ? file + name : file + "/" + name;
            FileStatus found = options.has('R') ? call.look(below) : call.system().lookAtLink(call.path(below));
            if (found == null || !found.is(Kind.LINK)) {
                searchAll(below, found);
            }
        }
    }

    private void search(String file) {
        if (options.has('q') && isAnySelected) {
            return;
        }
        try (Input input = call.open(file)) {
            String name = file.equals(Call.STANDARD_INPUT) ? "(standard input)" : file;
            lines.begin(areNamed ? name : null);
            summarize(name, search(input));
        } catch (IOException failure) {
            if (options.has('s')) {
                call.fail();
            } else {
                call.complain(file, failure);
            }
        }
    }

    /** Answers how many lines were selected. */
    private long search(Input input) throws IOException {
        long number = 0;
        long selected = 0;
        while (selected < most || lines.wantsMore(number)) {
            byte[] bytes = input.readLine();
            if (bytes == null) {
                return selected;
            }
            String line = Utf8.decode(bytes);
            number++;
            boolean isSelected = selected < most && patterns.match(line) != options.has('v');
            selected += isSelected ? 1 : 0;
            isAnySelected |= isSelected;
            if (isSelected && isEnoughOnce) {
                return selected;
            }
            if (writesLines && isSelected) {
                lines.select(number, line);
            } else if (writesLines) {
                lines.pass(number, line);
            }
        }
        return selected;
    }

    private void summarize(String name, long selected) {
        if (options.has('q')) {
            return;
        }
        if (options.lastOf("lL") != 0) {
            if (selected > 0 == (options.lastOf("lL") == 'l')) {
                call.out().line(name);
            }
        } else if (options.has('c')) {
            call.out().line((areNamed ? name + ":" : "") + selected);
        }
    }
}
