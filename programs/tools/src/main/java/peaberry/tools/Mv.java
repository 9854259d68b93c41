package peaberry.tools;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import peaberry.sh.system.FileChanges.OtherFileSystemException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.tools.Removal.Asking;

/** Gives files other names, or puts them elsewhere. */
final class Mv implements Tool {

    private Call call;
    private boolean isTold;
    private char rule;
    private Overwriting overwriting;
    private final Set<String> moved = new HashSet<>();

    @Override
    public int run(Call given) {
        call = given;
        Options options = Options.of(call.arguments(), "finTt:uv", "force=f", "interactive=i", "no-clobber=n", "no-target-directory=T", "target-directory=t", "update=u",
                "verbose=v");
        isTold = options.has('v');
        rule = options.lastOf("fin");
        overwriting = new Overwriting(call, rule, options.has('u'));
        Targets targets = Targets.of(call, options, true);
        for (String source : targets.sources()) {
            try {
                move(source, targets.of(source));
            } catch (IOException failure) {
                call.complain(source, failure);
            }
        }
        return call.status();
    }

    private void move(String source, String target) throws IOException {
        FileStatus from = call.lookAtLink(source);
        if (from == null) {
            throw new IOException("no such file or directory");
        }
        FileStatus to = call.lookAtLink(target);
        if (to != null) {
            if (from.identity().equals(to.identity())) {
                throw new IOException("the same file as " + target);
            }
            if (moved.contains(to.identity())) {
                throw new IOException("not moved over " + target + ", which was just moved there");
            }
            if (!overwriting.isWanted(from, to, source, target) || !mayReplace(to, target)) {
                return;
            }
        }
        try {
            call.changes().rename(call.path(source), call.path(target));
        } catch (OtherFileSystemException far) {
            moveFar(source, from, target, to);
            return;
        }
        moved.add(from.identity());
        if (isTold) {
            call.out().line("renamed " + Quoted.always(source) + " -> " + Quoted.always(target));
        }
    }

    /** Who sits at a terminal is asked before what is protected goes. */
    private boolean mayReplace(FileStatus to, String target) throws IOException {
        boolean isAsked = rule == 0 && !to.writable() && !to.is(Kind.LINK) && call.in().isTerminal();
        return !isAsked || call.agrees("replace " + Quoted.always(target) + ", which is write-protected");
    }

    private void moveFar(String source, FileStatus from, String target, FileStatus to) throws IOException {
        if (to != null && to.is(Kind.DIRECTORY)) {
            call.changes().removeDirectory(call.path(target));
        } else if (to != null) {
            call.changes().remove(call.path(target));
        }
        if (new Copy(call, CopyRules.ofMoving(isTold), new Overwriting(call, 'f', false)).all(source, target)) {
            new Removal(call, Asking.NEVER, true, true, isTold).remove(source, from);
        }
    }
}
