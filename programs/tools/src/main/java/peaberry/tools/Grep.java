package peaberry.tools;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Utf8;

/** Finds lines that patterns match. */
final class Grep implements Tool {

    private static final int STATUS_WRONG = 2;
    private static final int STATUS_NONE = 1;

    private Call call;
    private Options options;
    private final List<Pattern> patterns = new ArrayList<>();
    private long most;
    private long after;
    private long before;
    private boolean areNamed;
    private boolean isAnySelected;
    private boolean isAnyWritten;

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
        most = options.number('m', Long.MAX_VALUE);
        after = options.number('A', options.number('C', 0));
        before = options.number('B', options.number('C', 0));
        List<String> files = readPatterns();
        boolean isRecursive = options.lastOf("rR") != 0;
        char naming = options.lastOf("hH");
        areNamed = naming == 0 ? files.size() > 1 || isRecursive : naming == 'H';
        if (isRecursive) {
            for (String file : files.isEmpty() ? List.of("") : files) {
                searchAll(file, call.look(file.isEmpty() ? "." : file));
            }
        } else {
            for (String file : files.isEmpty() ? List.of(Call.STANDARD_INPUT) : files) {
                search(file);
            }
        }
        if (call.hasFailed() && !(options.has('q') && isAnySelected)) {
            return STATUS_WRONG;
        }
        return isAnySelected ? 0 : STATUS_NONE;
    }

    /** Answers what the operands are without the pattern. */
    private List<String> readPatterns() throws IOException {
        for (String text : options.values('e')) {
            addPatterns(text);
        }
        for (String file : options.values('f')) {
            try (Input input = call.open(file)) {
                for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                    addPattern(Utf8.decode(line));
                }
            }
        }
        if (options.lastOf("ef") != 0) {
            return options.operands();
        }
        addPatterns(options.operand(0));
        return options.operands().subList(1, options.operands().size());
    }

    /** There is one on each line. */
    private void addPatterns(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            addPattern(text.substring(start, end));
            start = end + 1;
        }
        addPattern(text.substring(start));
    }

    private void addPattern(String text) {
        char kind = options.lastOf("EFG");
        String pattern = kind == 'F' ? PosixPattern.ofText(text) : PosixPattern.toJava(text, kind == 'E');
        if (options.has('x')) {
            pattern = PosixPattern.asLine(pattern);
        } else if (options.has('w')) {
            pattern = PosixPattern.asWord(pattern);
        }
        try {
            patterns.add(Pattern.compile(pattern, Pattern.DOTALL | Pattern.UNIX_LINES | (options.has('i') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)));
        } catch (PatternSyntaxException failure) {
            throw new UsageException("not a pattern: " + text);
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
            search(input);
        } catch (IOException failure) {
            if (options.has('s')) {
                call.fail();
            } else {
                call.complain(file, failure);
            }
        }
    }

    private void search(Input input) throws IOException {
        boolean writesLines = options.lastOf("cLlq") == 0;
        boolean isEnoughOnce = options.lastOf("Llq") != 0;
        String name = input.name().equals(Call.STANDARD_INPUT) ? "(standard input)" : input.name();
        ArrayDeque<String> earlier = new ArrayDeque<>();
        long number = 0;
        long selected = 0;
        long last = Long.MIN_VALUE; // the line that was written last
        long until = 0; // up to which line they belong to one that was selected
        while (selected < most || number < until) {
            byte[] bytes = input.readLine();
            if (bytes == null) {
                break;
            }
            String line = Utf8.decode(bytes);
            number++;
            boolean isSelected = selected < most && matches(line) != options.has('v');
            if (isSelected) {
                selected++;
                isAnySelected = true;
                if (isEnoughOnce) {
                    break;
                }
                until = writesLines ? number + after : 0;
            }
            if (!writesLines) {
                continue;
            }
            if (isSelected) {
                if ((before > 0 || after > 0) && isAnyWritten && last < number - earlier.size() - 1) {
                    call.out().line("--");
                }
                for (long earlierNumber = number - earlier.size(); !earlier.isEmpty(); earlierNumber++) {
                    write(name, earlierNumber, earlier.remove(), '-');
                }
            }
            if (isSelected || number <= until) {
                write(name, number, line, isSelected ? ':' : '-');
                last = number;
            } else if (before > 0) {
                if (earlier.size() == before) {
                    earlier.remove();
                }
                earlier.add(line);
            }
        }
        summarize(name, selected);
    }

    private void summarize(String name, long selected) {
        if (options.has('q')) {
            return;
        }
        if (options.has('l') || options.has('L')) {
            if (selected > 0 == (options.lastOf("lL") == 'l')) {
                call.out().line(name);
            }
        } else if (options.has('c')) {
            call.out().line((areNamed ? name + ":" : "") + selected);
        }
    }

    private boolean matches(String line) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    private void write(String name, long number, String line, char mark) {
        isAnyWritten = true;
        String prefix = (areNamed ? name + mark : "") + (options.has('n') ? "" + number + mark : "");
        if (!options.has('o')) {
            call.out().write(prefix);
            call.out().line(line);
        } else if (mark == ':' && !options.has('v')) {
            writeMatches(prefix, line);
        }
    }

    /** Each match on a line of its own: the first one, of several at one place the longest. */
    private void writeMatches(String prefix, String line) {
        int at = 0;
        while (at <= line.length()) {
            int start = line.length() + 1;
            int end = start;
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find(at) && (matcher.start() < start || matcher.start() == start && matcher.end() > end)) {
                    start = matcher.start();
                    end = matcher.end();
                }
            }
            if (end > start) {
                call.out().write(prefix);
                call.out().line(line.substring(start, end));
            }
            at = end > start ? end : start + 1;
        }
    }
}
