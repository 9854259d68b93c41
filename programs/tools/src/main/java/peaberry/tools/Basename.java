package peaberry.tools;

import java.util.List;

/** Writes the last names of paths. */
final class Basename implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+as:", "multiple=a", "suffix=s");
        String first = options.operand(0);
        if (options.has('a') || options.has('s')) {
            for (String path : options.operands()) {
                call.out().line(name(path, options.value('s', "")));
            }
            return 0;
        }
        options.atMost(2);
        List<String> operands = options.operands();
        call.out().line(name(first, operands.size() > 1 ? operands.get(1) : ""));
        return 0;
    }

    private static String name(String path, String suffix) {
        String name = Paths.name(path);
        return name.endsWith(suffix) && !name.equals(suffix) && !name.equals("/") ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
