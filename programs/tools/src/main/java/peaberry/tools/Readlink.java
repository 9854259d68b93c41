package peaberry.tools;

import java.io.IOException;
import peaberry.tools.Resolver.Missing;

/** Says where links lead. */
final class Readlink implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "efmnqsvz", "canonicalize=f", "canonicalize-existing=e", "canonicalize-missing=m", "no-newline=n", "quiet=q",
                "silent=s", "verbose=v", "zero=z");
        options.operand(0);
        boolean endsLines = !options.has('n') || options.operands().size() > 1;
        for (String path : options.operands()) {
            try {
                String target = target(call, path, options.lastOf("efm"));
                call.out().write(target + (!endsLines ? "" : options.has('z') ? "\0" : "\n"));
            } catch (IOException failure) {
                if (options.lastOf("qsv") == 'v') {
                    call.complain(path, failure);
                }
                call.fail();
            }
        }
        return call.status();
    }

    private static String target(Call call, String path, char kind) throws IOException {
        Paths.checkNotEmpty(path);
        return switch (kind) {
            case 'e' -> new Resolver(call, Missing.NOTHING).resolve(path);
            case 'f' -> new Resolver(call, Missing.LAST).resolve(path);
            case 'm' -> new Resolver(call, Missing.ANYTHING).resolve(path);
            default -> call.changes().readLink(call.path(path));
        };
    }
}
