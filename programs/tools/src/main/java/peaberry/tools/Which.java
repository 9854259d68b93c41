package peaberry.tools;

import java.util.List;

/** Says where programs are. */
final class Which implements Tool {

    private static final int STATUS_WRONG = 2;

    @Override
    public int failure() {
        return STATUS_WRONG;
    }

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+a");
        for (String name : options.operands()) {
            List<String> found = PathSearch.all(call, name, call.environment());
            if (found.isEmpty()) {
                call.fail();
            }
            for (String path : options.has('a') || found.isEmpty() ? found : found.subList(0, 1)) {
                call.out().line(path);
            }
        }
        return options.operands().isEmpty() ? 1 : call.status();
    }
}
