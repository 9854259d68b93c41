package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;

/** Says that files were read and changed, now or at another time, and makes those that are not there. */
final class Touch implements Tool {

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "acd:fmr:t:", "date=d", "no-create=c", "reference=r");
        options.operand(0);
        long now = call.system().now();
        long accessed = now;
        long modified = now;
        if (options.has('r')) {
            if (options.has('d') || options.has('t')) {
                throw new UsageException("times come from several options");
            }
            String file = options.value('r', null);
            FileStatus other = call.look(file);
            if (other == null) {
                throw new IOException(file + ": no such file or directory");
            }
            accessed = other.details().accessed();
            modified = other.modified();
        } else if (options.has('d') && options.has('t')) {
            throw new UsageException("times come from several options");
        } else if (options.has('d')) {
            accessed = MomentReader.of(options.value('d', null), now);
            modified = accessed;
        } else if (options.has('t')) {
            accessed = MomentReader.ofDigits(options.value('t', null), now);
            modified = accessed;
        }
        for (String file : options.operands()) {
            try {
                touch(call, file, options, accessed, modified);
            } catch (IOException failure) {
                call.complain(file, failure);
            }
        }
        return call.status();
    }

    private static void touch(Call call, String file, Options options, long accessed, long modified) throws IOException {
        Paths.checkNotEmpty(file);
        FileStatus status = call.look(file);
        if (status == null) {
            if (options.has('c')) {
                return;
            }
            call.system().open(call.path(file), OpenMode.APPEND).close();
            status = call.look(file);
            if (status == null) {
                throw new IOException("no such file or directory");
            }
        }
        boolean isBoth = options.has('a') == options.has('m');
        call.changes().setTimes(call.path(file), isBoth || options.has('a') ? accessed : status.details().accessed(), isBoth || options.has('m') ? modified : status.modified());
    }
}
