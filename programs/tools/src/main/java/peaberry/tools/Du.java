package peaberry.tools;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Says how much room files and trees take on the disk. What has several names is counted once. */
final class Du implements Tool {

    private Call call;
    private Options options;
    private long depth;
    private final Set<String> counted = new HashSet<>();

    @Override
    public int run(Call given) {
        call = given;
        options = Options.of(call.arguments(), "acd:hks", "all=a", "max-depth=d", "human-readable=h", "summarize=s", "total=c");
        if (options.has('s') && (options.has('a') || options.number('d', 0) != 0)) {
            throw new UsageException("option -s contradicts -a and -d");
        }
        depth = options.has('s') ? 0 : options.number('d', Long.MAX_VALUE);
        long total = 0;
        for (String path : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            FileStatus status = call.lookAtLink(path);
            if (status == null) {
                call.complain(path + ": no such file or directory");
            } else {
                total += count(path, status, 0);
            }
        }
        if (options.has('c')) {
            write(total, "total");
        }
        return call.status();
    }

    private long count(String path, FileStatus status, long level) {
        if (!counted.add(status.identity())) {
            return 0;
        }
        long bytes = status.used();
        if (status.is(Kind.DIRECTORY)) {
            if (!status.readable()) {
                call.complain(path + ": cannot be read");
            }
            for (String name : call.list(path)) {
                String below = Paths.below(path, name);
                FileStatus inner = call.lookAtLink(below);
                bytes += inner == null ? 0 : count(below, inner, level + 1);
            }
        }
        if (level <= depth && (level == 0 || status.is(Kind.DIRECTORY) || options.has('a'))) {
            write(bytes, path);
        }
        return bytes;
    }

    private void write(long bytes, String path) {
        call.out().line((options.lastOf("hk") == 'h' ? Sizes.human(bytes) : Long.toString(Sizes.kibibytes(bytes))) + "\t" + path);
    }
}
