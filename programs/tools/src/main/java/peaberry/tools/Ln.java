package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Gives files further names, or makes links to them. */
final class Ln implements Tool {

    private static final String HERE = ".";

    private Call call;
    private Options options;

    @Override
    public int run(Call given) {
        call = given;
        options = Options.of(call.arguments(), "finsTt:v", "force=f", "interactive=i", "no-dereference=n", "no-target-directory=T", "symbolic=s", "target-directory=t", "verbose=v");
        boolean isHere = options.operands().size() == 1 && options.lastOf("tT") == 0;
        Targets targets = isHere ? new Targets(options.operands(), HERE, true) : Targets.of(call, options, !options.has('n'));
        for (String source : targets.sources()) {
            String target = isHere ? Paths.name(source) : targets.of(source);
            try {
                link(source, target, isHere ? Paths.below(HERE, target) : target);
            } catch (IOException failure) {
                call.complain(target, failure);
            }
        }
        return call.status();
    }

    /** @param told how the target is called where it is told */
    private void link(String source, String target, String told) throws IOException {
        boolean isSymbolic = options.has('s');
        FileStatus from = isSymbolic ? null : call.lookAtLink(source);
        if (!isSymbolic && (from == null || from.is(Kind.DIRECTORY))) {
            throw new IOException(source + (from == null ? ": no such file or directory" : ": a directory has one name only"));
        }
        Paths.checkNotEmpty(source);
        FileStatus to = call.lookAtLink(target);
        if (to != null && !mayReplace(from, to, source, target)) {
            return;
        }
        if (isSymbolic) {
            call.changes().symbolicLink(source, call.path(target));
        } else {
            call.changes().link(call.path(source), call.path(target));
        }
        if (options.has('v')) {
            call.out().line(Quoted.always(told) + (isSymbolic ? " -> " : " => ") + Quoted.always(source));
        }
    }

    /** Removes what is in the way if that is wanted, and answers whether it is. @param from null if it is to be a link to it */
    private boolean mayReplace(FileStatus from, FileStatus to, String source, String target) throws IOException {
        char rule = options.lastOf("fi");
        if (rule == 0) {
            return true;
        }
        if (to.is(Kind.DIRECTORY)) {
            throw new IOException("a directory, which no link takes the place of");
        }
        if (from != null && from.identity().equals(to.identity()) && where(source).equals(where(target))) {
            throw new IOException("the same file as " + source);
        }
        if (rule == 'i' && !call.agrees("replace " + Quoted.always(target))) {
            return false;
        }
        call.changes().remove(call.path(target));
        return true;
    }

    private String where(String path) throws IOException {
        return Paths.below(call.system().realPath(call.path(Paths.directory(path))), Paths.name(path));
    }
}
