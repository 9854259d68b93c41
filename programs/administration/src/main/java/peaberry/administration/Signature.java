package peaberry.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import peaberry.abi.KernelError;
import peaberry.abi.Outcome;

/**
 * A method of an interface, as far as its messages are shown: how values follow each other is in {@code peaberry.abi.MethodNames}.
 *
 * @param name with the interface's in front
 */
record Signature(String name, List<String> parameters, List<String> results, List<String> outcomes) {

    private static final String NOTHING = "-";
    private static final String CAPABILITY = "@";
    private static final String NUMBER = "number";
    private static final String MORE = "...";
    private static final int PARTS = 5;
    private static final int METHOD_BITS = 8;
    private static final int METHOD = (1 << METHOD_BITS) - 1;

    /** Reads what is known of a method. @param known empty if nothing is @param label of its requests @param words how many one has */
    static Signature of(String known, int label, int words) {
        String[] parts = known.split(" ");
        if (parts.length != PARTS) {
            String name = "interface " + Integer.toHexString(label >>> METHOD_BITS) + ", method " + (label & METHOD);
            return new Signature(name, Collections.nCopies(words, NUMBER), List.of(), List.of());
        }
        return new Signature(parts[0] + "." + parts[1], list(parts[2]), list(parts[3]), list(parts[4]));
    }

    private static List<String> list(String text) {
        return text.equals(NOTHING) ? List.of() : Arrays.asList(text.split(","));
    }

    /** The method with its arguments. @param words the first ones of the request */
    String request(long... words) {
        return name + "(" + values(parameters, words) + ")";
    }

    /** What an answer says: the results if it was done and there are any, else the outcome. @param label of the answer @param words its first ones */
    String answer(int label, long... words) {
        if (label == Outcome.DONE.ordinal() && !results.isEmpty()) {
            return values(results, words);
        }
        return label >= 0 && label < outcomes.size() ? outcomes.get(label) : "outcome " + label;
    }

    /** How the caller hears of a call that the kernel ended. @param error the kernel's */
    static String failure(int error) {
        return (KernelError.of(error) == KernelError.ABORTED ? Outcome.SERVER_RESTARTED : Outcome.UNREACHABLE).name();
    }

    /** Capabilities travel beside the words. */
    private static String values(List<String> kinds, long... words) {
        List<String> shown = new ArrayList<>();
        int next = 0;
        for (String kind : kinds) {
            if (kind.startsWith(CAPABILITY)) {
                shown.add(kind.substring(CAPABILITY.length()));
            } else if (next == words.length) {
                shown.add(MORE);
                break;
            } else {
                shown.add(value(kind, words[next]));
                next++;
            }
        }
        return String.join(", ", shown);
    }

    private static String value(String kind, long word) {
        return switch (kind) {
            case NUMBER -> String.valueOf(word);
            case "truth" -> String.valueOf(word != 0);
            case "bytes" -> word + " bytes";
            default -> constant(kind.split("/"), word);
        };
    }

    private static String constant(String[] names, long ordinal) {
        return ordinal >= 0 && ordinal < names.length ? names[(int) ordinal] : String.valueOf(ordinal);
    }
}
