package peaberry.tools;

/** Writes paths without their last names. */
final class Dirname implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+");
        options.operand(0);
        for (String path : options.operands()) {
            call.out().line(directory(path));
        }
        return 0;
    }

    private static String directory(String path) {
        String trimmed = Basename.withoutSlashes(path);
        int slash = trimmed.lastIndexOf('/');
        return slash < 0 ? "." : Basename.withoutSlashes(trimmed.substring(0, slash + 1));
    }
}
