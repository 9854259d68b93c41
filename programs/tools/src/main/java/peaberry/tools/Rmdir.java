package peaberry.tools;

import java.io.IOException;

/** Takes empty directories away. */
final class Rmdir implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "pv@", "ignore-fail-on-non-empty=@", "parents=p", "verbose=v");
        options.operand(0);
        for (String path : options.operands()) {
            boolean goesOn = isRemoved(call, path, options);
            String directory = path;
            while (goesOn && options.has('p') && directory.indexOf('/') > 0) {
                directory = Paths.directory(directory);
                goesOn = isRemoved(call, directory, options);
            }
        }
        return call.status();
    }

    private static boolean isRemoved(Call call, String directory, Options options) {
        try {
            return remove(call, directory, options);
        } catch (IOException failure) {
            call.complain(directory, failure);
            return false;
        }
    }

    /** Answers whether it is gone: it may be left if it is not empty, and that is wanted. */
    private static boolean remove(Call call, String directory, Options options) throws IOException {
        Paths.checkNotEmpty(directory);
        if (options.has('@') && !call.system().list(call.path(directory)).isEmpty()) {
            return false;
        }
        if (options.has('v')) {
            call.out().line("rmdir: removing directory, " + Quoted.always(directory));
        }
        call.changes().removeDirectory(call.path(directory));
        return true;
    }
}
