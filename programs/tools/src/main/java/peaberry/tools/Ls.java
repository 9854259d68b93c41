package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Utf8;

/** Lists directories. */
final class Ls implements Tool {

    private static final int STATUS_NOT_THERE = 2;
    private static final int USUAL_LINE = 80;

    private Call call;
    private Options options;
    private boolean isAtTerminal;
    private boolean isLong;
    private boolean isFirst = true;
    private boolean isOperandMissing;
    /** Null if names have none. */
    private Colors colors;
    private LongListing listing;

    @Override
    public int failure() {
        return STATUS_NOT_THERE;
    }

    @Override
    public int run(Call given) {
        call = given;
        options = Options.of(call.arguments(), "1aACdFhiLlnprRStw:@::", "all=a", "almost-all=A", "classify=F", "color=@", "dereference=L", "directory=d", "human-readable=h",
                "inode=i", "numeric-uid-gid=n", "recursive=R", "reverse=r", "width=w");
        isAtTerminal = call.standardOutput().isTerminal();
        isLong = "ln".indexOf(options.lastOf("Cln")) >= 0;
        colors = areColored() ? new Colors() : null;
        listing = isLong ? new LongListing(call, options.has('n'), options.has('h')) : null;
        List<Listed> files = new ArrayList<>();
        List<Listed> directories = new ArrayList<>();
        for (String operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            FileStatus status = ofOperand(operand);
            if (status == null) {
                isOperandMissing = true;
                call.complain(operand + ": no such file or directory");
            } else if (status.is(Kind.DIRECTORY) && !options.has('d')) {
                directories.add(new Listed(operand, operand, status));
            } else {
                files.add(new Listed(operand, operand, status));
            }
        }
        write(files);
        isFirst = files.isEmpty();
        directories.sort(order());
        for (Listed directory : directories) {
            isOperandMissing |= !list(directory, options.operands().size() > 1 || options.has('R'));
        }
        return isOperandMissing ? STATUS_NOT_THERE : call.status();
    }

    /** By itself at a terminal that the environment names, unless that is {@code dumb}. */
    private boolean areColored() {
        String when = options.has('@') ? options.value('@', "auto") : "auto";
        String terminal = variable("TERM");
        return switch (when == null ? "always" : when) {
            case "always", "yes", "force" -> true;
            case "never", "no", "none" -> false;
            case "auto", "tty", "if-tty" -> isAtTerminal && !terminal.isEmpty() && !terminal.equals("dumb");
            default -> throw new UsageException("option --color is always, never or auto, not " + when);
        };
    }

    /** Of the environment; empty if there is none. */
    private String variable(String name) {
        String value = "";
        for (String row : call.environment()) {
            value = row.startsWith(name + "=") ? row.substring(name.length() + 1) : value;
        }
        return value;
    }

    /** Links to directories are followed where these are to be listed. */
    private FileStatus ofOperand(String operand) {
        boolean follows = options.has('L') || !isLong && options.lastOf("dF") == 0;
        FileStatus status = follows ? call.look(operand) : null;
        return status != null && (options.has('L') || status.is(Kind.DIRECTORY)) ? status : call.lookAtLink(operand);
    }

    private FileStatus ofEntry(String path) {
        FileStatus status = options.has('L') ? call.look(path) : null;
        return status == null ? call.lookAtLink(path) : status;
    }

    /** Answers whether it could be. */
    private boolean list(Listed directory, boolean isNamed) {
        List<Listed> entries;
        try {
            entries = entries(directory.path());
        } catch (IOException failure) {
            call.complain(directory.path(), failure);
            return false;
        }
        if (isNamed) {
            call.out().line((isFirst ? "" : "\n") + shown(directory.path()) + ":");
        }
        isFirst = false;
        if (isLong) {
            long used = 0;
            for (Listed entry : entries) {
                used += entry.status().used();
            }
            call.out().line("total " + (options.has('h') ? Sizes.human(used) : Long.toString(Sizes.kibibytes(used))));
        }
        write(entries);
        if (options.has('R')) {
            for (Listed entry : entries) {
                if (entry.status() != null && entry.status().is(Kind.DIRECTORY) && !Paths.isDots(entry.name())) {
                    list(new Listed(entry.path(), entry.path(), entry.status()), true);
                }
            }
        }
        return true;
    }

    /** What is in a directory and is to be seen. What went away meanwhile is left out. */
    private List<Listed> entries(String directory) throws IOException {
        boolean needsStatus = isLong || colors != null || options.lastOf("FipRSt") != 0;
        List<Listed> entries = new ArrayList<>();
        List<String> names = new ArrayList<>(call.system().entries(call.path(directory)));
        if (options.lastOf("aA") == 'a') {
            names.addAll(List.of(".", ".."));
        }
        for (String name : names) {
            if (!name.startsWith(".") || options.lastOf("aA") != 0) {
                String path = Paths.below(directory, name);
                FileStatus status = needsStatus ? ofEntry(path) : null;
                if (!needsStatus || status != null) {
                    entries.add(new Listed(name, path, status));
                }
            }
        }
        entries.sort(order());
        return entries;
    }

    private Comparator<Listed> order() {
        Comparator<Listed> byName = (one, other) -> Bytes.compare(Utf8.encode(one.name()), Utf8.encode(other.name()));
        Comparator<Listed> order = switch (options.lastOf("St")) {
            case 'S' -> (one, other) -> one.status().size() == other.status().size() ? byName.compare(one, other) : Long.compare(other.status().size(), one.status().size());
            case 't' -> (one, other) -> one.status().modified() == other.status().modified() ? byName.compare(one, other)
                    : Long.compare(other.status().modified(), one.status().modified());
            default -> byName;
        };
        return options.has('r') ? (one, other) -> order.compare(other, one) : order;
    }

    private void write(List<Listed> entries) {
        entries.sort(order());
        String[] before = before(entries);
        char form = options.lastOf("1C");
        Columns columns = !isLong && (form == 'C' || form == 0 && isAtTerminal) ? new Columns(lineWidth(), colors == null) : null;
        for (int i = 0; i < entries.size(); i++) {
            Listed entry = entries.get(i);
            String name = shown(entry.name());
            String text = before[i] + (colors == null ? name : colors.of(entry.status(), name)) + (isLong ? behind(entry) : mark(entry.status()));
            if (columns == null) {
                call.out().line(text);
            } else {
                columns.add(text, before[i].length() + name.codePointCount(0, name.length()) + mark(entry.status()).length());
            }
        }
        if (columns != null) {
            columns.write(call.out());
        }
    }

    /** What is before the names. */
    private String[] before(List<Listed> entries) {
        String[] before = isLong ? listing.of(entries) : new String[entries.size()];
        int width = 0;
        for (Listed entry : entries) {
            width = options.has('i') ? Math.max(width, number(entry).length()) : 0;
        }
        for (int i = 0; i < before.length; i++) {
            String number = options.has('i') ? number(entries.get(i)) : "";
            before[i] = (options.has('i') ? " ".repeat(width - number.length()) + number + " " : "") + (isLong ? before[i] : "");
        }
        return before;
    }

    private static String number(Listed entry) {
        return entry.status().identity().substring(entry.status().identity().indexOf(':') + 1);
    }

    /** At a terminal, such that nothing in a name does anything there. */
    private String shown(String name) {
        return isAtTerminal ? Quoted.ifNeeded(name) : name;
    }

    private int lineWidth() {
        String width = variable("COLUMNS");
        long number = options.number('w', width.isEmpty() ? USUAL_LINE : Options.number(width));
        return number == 0 ? Integer.MAX_VALUE : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private String mark(FileStatus status) {
        return options.lastOf("Fp") == 0 ? "" : Colors.mark(status, !options.has('F'));
    }

    /** Where a link leads, or the mark. */
    private String behind(Listed entry) {
        if (!entry.status().is(Kind.LINK)) {
            return mark(entry.status());
        }
        try {
            String target = call.changes().readLink(call.path(entry.path()));
            return " -> " + shown(target) + (options.has('F') ? mark(call.look(entry.path())) : "");
        } catch (IOException failure) {
            call.complain(entry.path(), failure);
            return "";
        }
    }
}
