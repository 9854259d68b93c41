package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Makes directories. */
final class Mkdir implements Tool {

    private static final int ALL = 0777;
    private static final int OWNER_GOES_ON = 0300;

    private Call call;
    private boolean isTold;

    @Override
    public int run(Call given) {
        call = given;
        Options options = Options.of(call.arguments(), "m:pv", "mode=m", "parents=p", "verbose=v");
        options.operand(0);
        isTold = options.has('v');
        String text = options.value('m', null);
        Mode mode = text == null ? null : Mode.of(text);
        for (String path : options.operands()) {
            try {
                Paths.checkNotEmpty(path);
                if (options.has('p')) {
                    makeAll(Paths.withoutSlashes(path), mode);
                } else {
                    make(Paths.withoutSlashes(path), mode);
                }
            } catch (IOException failure) {
                call.complain(path, failure);
            }
        }
        return call.status();
    }

    /** Makes those on the way, too, which are always such that more can be made in them. */
    private void makeAll(String path, Mode mode) throws IOException {
        int end = path.indexOf('/', 1);
        while (end > 0) {
            String above = path.substring(0, end);
            if (!above.endsWith("/") && call.look(above) == null) {
                call.changes().makeDirectory(call.path(above), ALL);
                FileStatus status = call.look(above);
                if (status != null && (status.permissions() & OWNER_GOES_ON) != OWNER_GOES_ON) {
                    call.changes().setPermissions(call.path(above), status.permissions() | OWNER_GOES_ON);
                }
                tell(above);
            }
            end = path.indexOf('/', end + 1);
        }
        FileStatus status = call.look(path);
        if (status == null || !status.is(Kind.DIRECTORY)) {
            make(path, mode);
        }
    }

    private void make(String path, Mode mode) throws IOException {
        int mask = call.changes().mask();
        int permissions = mode == null ? ALL : mode.apply(ALL, true, mask);
        call.changes().makeDirectory(call.path(path), permissions);
        if (mode != null && permissions != (permissions & ALL & ~mask)) {
            call.changes().setPermissions(call.path(path), permissions);
        }
        tell(path);
    }

    private void tell(String path) {
        if (isTold) {
            call.out().line("mkdir: created directory " + Quoted.always(path));
        }
    }
}
