package peaberry.sh.expand;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.syntax.Part;

/** Replaces {@code ~} by the home directory. There are no other people's yet, so {@code ~name} stays as it is. */
final class Tilde {

    /** Where one counts. */
    enum Where { AT_START, AFTER_COLONS }

    private Tilde() {}

    static List<Part> expand(List<Part> parts, Where where, String home) {
        if (home == null || parts.stream().noneMatch(part -> part instanceof Part.Literal text && text.text().contains("~"))) {
            return parts;
        }
        List<Part> expanded = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof Part.Literal literal)) {
                expanded.add(parts.get(i));
                continue;
            }
            boolean isLast = i == parts.size() - 1;
            String text = literal.text();
            int start = 0; // of what is not yet added
            for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
                boolean begins = at == 0 ? i == 0 : where == Where.AFTER_COLONS && text.charAt(at - 1) == ':';
                boolean ends = at + 1 == text.length() ? isLast : text.charAt(at + 1) == '/' || where == Where.AFTER_COLONS && text.charAt(at + 1) == ':';
                if (begins && ends) {
                    expanded.add(new Part.Literal(text.substring(start, at)));
                    expanded.add(new Part.Quoted(home));
                    start = at + 1;
                }
            }
            expanded.add(new Part.Literal(text.substring(start)));
        }
        return expanded;
    }
}
