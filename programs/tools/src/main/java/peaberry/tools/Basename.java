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
        String trimmed = withoutSlashes(path);
        String name = trimmed.equals("/") ? trimmed : trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return name.endsWith(suffix) && !name.equals(suffix) && !name.equals("/") ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** A path without slashes at its end, but for that of the root. */
    static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
