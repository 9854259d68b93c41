package peaberry.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Utf8;

/** Lists directories, a name on a line. */
final class Ls implements Tool {

    private static final int STATUS_NOT_THERE = 2;

    private Call call;
    private Options options;
    private boolean isFirst = true;

    /** @param status null if nothing is known of it */
    private record Entry(String name, FileStatus status) {
    }

    @Override
    public int failure() {
        return STATUS_NOT_THERE;
    }

    @Override
    public int run(Call given) {
        call = given;
        options = Options.of(call.arguments(), "1aACdFlprRSt", "all=a", "almost-all=A", "directory=d", "classify=F", "reverse=r", "recursive=R");
        List<Entry> files = new ArrayList<>();
        List<Entry> directories = new ArrayList<>();
        for (String operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            FileStatus status = status(operand, operand);
            if (status == null) {
                call.complain(operand + ": no such file or directory");
            } else if (status.is(Kind.DIRECTORY) && !options.has('d')) {
                directories.add(new Entry(operand, status));
            } else {
                files.add(new Entry(operand, status));
            }
        }
        write(files);
        isFirst = files.isEmpty();
        boolean areNamed = options.operands().size() > 1 || options.has('R');
        directories.sort(order());
        for (Entry directory : directories) {
            list(directory.name, areNamed);
        }
        return call.hasFailed() ? STATUS_NOT_THERE : 0;
    }

    /** Of a link itself where it is shown as one. */
    private FileStatus status(String path, String operand) {
        if (operand == null || options.has('l') || options.has('d') || options.has('F')) {
            return path.isEmpty() ? null : call.system().lookAtLink(call.path(path));
        }
        FileStatus status = call.look(path);
        return status != null || path.isEmpty() ? status : call.system().lookAtLink(call.path(path));
    }

    private void list(String directory, boolean isNamed) {
        if (isNamed) {
            call.out().line((isFirst ? "" : "\n") + directory + ":");
        }
        isFirst = false;
        boolean needsStatus = options.lastOf("FlpRSt") != 0;
        List<Entry> entries = new ArrayList<>();
        List<String> names = new ArrayList<>(call.system().list(call.path(directory)));
        if (options.has('a')) {
            names.addAll(List.of(".", ".."));
        }
        for (String name : names) {
            if (!name.startsWith(".") || options.lastOf("aA") != 0) {
                add(entries, name, needsStatus ? below(directory, name) : null);
            }
        }
        write(entries);
        if (options.has('R')) {
            for (Entry entry : entries) {
                if (entry.status != null && entry.status.is(Kind.DIRECTORY) && !entry.name.equals(".") && !entry.name.equals("..")) {
                    list(below(directory, entry.name), true);
                }
            }
        }
    }

    /** What went away meanwhile is left out. @param path null if nothing has to be known of it */
    private void add(List<Entry> entries, String name, String path) {
        FileStatus status = path == null ? null : status(path, null);
        if (path == null || status != null) {
            entries.add(new Entry(name, status));
        }
    }

    private static String below(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    private void write(List<Entry> entries) {
        entries.sort(order());
        int width = 0;
        for (Entry entry : entries) {
            width = entry.status == null ? width : Math.max(width, Long.toString(entry.status.size()).length());
        }
        for (Entry entry : entries) {
            if (options.has('l')) {
                call.out().write(describe(entry.status, width));
            }
            call.out().line(entry.name + mark(entry.status));
        }
    }

    private Comparator<Entry> order() {
        Comparator<Entry> byName = (one, other) -> Bytes.compare(Utf8.encode(one.name), Utf8.encode(other.name));
        Comparator<Entry> order = switch (options.lastOf("St")) {
            case 'S' -> (one, other) -> one.status.size() == other.status.size() ? byName.compare(one, other) : Long.compare(other.status.size(), one.status.size());
            case 't' -> (one, other) -> one.status.modified() == other.status.modified() ? byName.compare(one, other)
                    : Long.compare(other.status.modified(), one.status.modified());
            default -> byName;
        };
        return options.has('r') ? (one, other) -> order.compare(other, one) : order;
    }

    /** What is behind a name that says what it is. */
    private String mark(FileStatus status) {
        if (status == null || options.lastOf("Fp") == 0) {
            return "";
        }
        if (status.is(Kind.DIRECTORY)) {
            return "/";
        }
        if (!options.has('F')) {
            return "";
        }
        return switch (status.kind()) {
            case LINK -> "@";
            case PIPE -> "|";
            case SOCKET -> "=";
            case REGULAR -> status.executable() ? "*" : "";
            default -> "";
        };
    }

    /** What is before a name where all is to be seen. */
    private static String describe(FileStatus status, int width) {
        char kind = switch (status.kind()) {
            case REGULAR -> '-';
            case DIRECTORY -> 'd';
            case LINK -> 'l';
            case PIPE -> 'p';
            case SOCKET -> 's';
            case CHARACTER_DEVICE -> 'c';
            case BLOCK_DEVICE -> 'b';
        };
        return kind + (status.readable() ? "r" : "-") + (status.writable() ? "w" : "-") + (status.executable() ? "x" : "-")
                + " " + Numbers.right(status.size(), width) + " " + MomentText.of(Moment.of(status.modified()), "%Y-%m-%d %H:%M") + " ";
    }
}
