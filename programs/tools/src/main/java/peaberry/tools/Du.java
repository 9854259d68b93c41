package peaberry.tools;

import java.io.IOException;
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
            bytes += countBelow(path, level);
        }
        if (level <= depth && (level == 0 || status.is(Kind.DIRECTORY) || options.has('a'))) {
            write(bytes, path);
        }
        return bytes;
    }

    private long countBelow(String directory, long level) {
        long bytes = 0;
        try {
            for (String name : call.list(directory)) {
                String path = Paths.below(directory, name);
                FileStatus status = call.lookAtLink(path);
                bytes += status == null ? 0 : count(path, status, level + 1);
            }
        } catch (IOException failure) {
            call.complain(directory, failure);
        }
        return bytes;
    }

    private void write(long bytes, String path) {
        call.out().line((options.lastOf("hk") == 'h' ? Sizes.human(bytes) : Long.toString(Sizes.kibibytes(bytes))) + "\t" + path);
    }
}
