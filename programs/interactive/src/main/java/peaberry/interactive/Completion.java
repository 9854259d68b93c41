package peaberry.interactive;

import java.util.List;

/**
 * What a word may become.
 *
 * @param start where in the line what is replaced begins
 * @param candidates each as it would stand in the line, without what ends it
 * @param shown each as a list shows it
 * @param ending what is put behind the only candidate: what closes quotes, and a blank
 */
record Completion(int start, List<String> candidates, List<String> shown, String ending) {

    static final Completion NOTHING = new Completion(0, List.of(), List.of(), "");

    /** What all candidates begin with. */
    String common() {
        String common = candidates.getFirst();
        for (String candidate : candidates) {
            int length = 0;
            while (length < common.length() && length < candidate.length() && common.charAt(length) == candidate.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        boolean isCut = !common.isEmpty() && Character.isHighSurrogate(common.charAt(common.length() - 1));
        return isCut ? common.substring(0, common.length() - 1) : common;
    }
}
