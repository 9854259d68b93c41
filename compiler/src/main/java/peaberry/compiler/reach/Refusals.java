package peaberry.compiler.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peaberry.compiler.classes.JavaMethod;

/** Everything in the program that the native profile does not have, with the place and how it is reached. */
public final class Refusals {

    /** Longest call path that is printed. */
    private static final int PATH = 12;

    /** An instruction, by its method and source line. */
    public record Place(JavaMethod method, int line) {

        @Override
        public String toString() {
            return method.qualifiedName() + " (" + method.owner().sourceFile() + ":" + line + ")";
        }
    }

    private final Map<JavaMethod, Place> reachedFrom = new LinkedHashMap<>();
    private final Map<String, String> messages = new LinkedHashMap<>();

    /** Records how a method was first reached; {@code from} is null for a root. */
    void reached(JavaMethod method, Place from) {
        reachedFrom.putIfAbsent(method, from);
    }

    /** Refuses {@code construct}, a noun phrase, at {@code place}; null stands for the roots. */
    public void add(Place place, String construct) {
        if (place == null) {
            add(construct);
            return;
        }
        String head = place.method().owner().sourcePath() + ":" + place.line() + ": " + construct;
        messages.putIfAbsent(head, head + "\n    in " + path(place));
    }

    /** Refuses something about a method, at the place from which it was first reached. */
    public void addToCaller(JavaMethod method, String construct) {
        add(reachedFrom.get(method), construct);
    }

    /** Refuses something that no instruction stands for. */
    public void add(String construct) {
        messages.putIfAbsent(construct, construct);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** All of them, for the user. */
    public String message() {
        return String.join("\n", messages.values());
    }

    private String path(Place place) {
        List<String> path = new ArrayList<>();
        for (Place at = place; at != null && path.size() < PATH; at = reachedFrom.get(at.method())) {
            path.add(at.toString());
        }
        return String.join(" <- ", path);
    }
}
