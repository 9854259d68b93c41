package peaberry.tools;

import peaberry.sh.system.FileStatus;
import peaberry.tools.Removal.Asking;

/** Takes files away. */
final class Rm implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "dfiRrv", "dir=d", "force=f", "recursive=r", "verbose=v");
        char rule = options.lastOf("fi");
        if (rule != 'f') {
            options.operand(0);
        }
        boolean recurses = options.lastOf("rR") != 0;
        Asking asking = rule == 'i' ? Asking.ALWAYS : rule == 'f' || !call.in().isTerminal() ? Asking.NEVER : Asking.IF_PROTECTED;
        Removal removal = new Removal(call, asking, recurses, options.has('d'), options.has('v'));
        for (String path : options.operands()) {
            FileStatus status = call.lookAtLink(path);
            if (Paths.isDots(Paths.name(path))) {
                call.complain(path + ": neither . nor .. is taken away");
            } else if (status == null) {
                if (rule != 'f') {
                    call.complain(path + ": no such file or directory");
                }
            } else if (recurses && isRoot(call, status)) {
                call.complain(path + ": the root of all files is not taken away");
            } else {
                removal.remove(path, status);
            }
        }
        return call.status();
    }

    private static boolean isRoot(Call call, FileStatus status) {
        FileStatus root = call.look("/");
        return root != null && status.identity().equals(root.identity());
    }
}
