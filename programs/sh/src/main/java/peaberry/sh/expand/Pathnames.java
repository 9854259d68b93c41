package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the files whose paths match a pattern. */
final class Pathnames {

    private final ExpansionContext context;

    Pathnames(ExpansionContext context) {
        this.context = context;
    }

    /** The paths in order; none if no file matches. */
    List<String> matching(String pattern) {
        List<String> found = List.of("");
        boolean searched = false;
        for (String piece : pieces(pattern)) {
            if (piece.startsWith("/")) {
                found = found.stream().map(path -> path + piece).toList();
            } else if (Pattern.isNeededFor(piece)) {
                found = below(found, piece);
                searched = true;
                continue;
            } else {
                found = found.stream().map(path -> path + Pattern.unquote(piece)).toList();
            }
            if (searched) { // a name that is not searched for may be missing in what was found
                found = found.stream().filter(context::exists).toList();
            }
        }
        List<String> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        return sorted;
    }

    /** Names and runs of slashes in turn. */
    private static List<String> pieces(String pattern) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < pattern.length()) {
            boolean slashes = pattern.charAt(start) == '/';
            int end = start;
            while (end < pattern.length() && (pattern.charAt(end) == '/') == slashes) {
                end++;
            }
            pieces.add(pattern.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private List<String> below(List<String> directories, String piece) {
        Pattern pattern = new Pattern(piece);
        boolean hidden = Pattern.unquote(piece).startsWith(".");
        List<String> found = new ArrayList<>();
        for (String directory : directories) {
            List<String> names = new ArrayList<>(context.list(directory));
            if (hidden) {
                names.add(".");
                names.add("..");
            }
            for (String name : names) {
                if (name.startsWith(".") == hidden && pattern.matches(name)) {
                    found.add(directory + name);
                }
            }
        }
        return found;
    }
}
