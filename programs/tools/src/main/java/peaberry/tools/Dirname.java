package peaberry.tools;

/** Writes paths without their last names. */
final class Dirname implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+");
        options.operand(0);
        for (String path : options.operands()) {
            call.out().line(Paths.directory(path));
        }
        return 0;
    }
}
