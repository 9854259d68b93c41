package peaberry.tools;

import java.io.IOException;
import peaberry.tools.Resolver.Missing;

/** Writes paths without links and dots. */
final class Realpath implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "emqz", "canonicalize-existing=e", "canonicalize-missing=m", "quiet=q", "zero=z");
        options.operand(0);
        Resolver resolver = new Resolver(call, switch (options.lastOf("em")) {
            case 'e' -> Missing.NOTHING;
            case 'm' -> Missing.ANYTHING;
            default -> Missing.LAST;
        });
        for (String path : options.operands()) {
            try {
                call.out().write(resolver.resolve(path) + (options.has('z') ? "\0" : "\n"));
            } catch (IOException failure) {
                if (!options.has('q')) {
                    call.complain(path, failure);
                }
                call.fail();
            }
        }
        return call.status();
    }
}
