package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that {@code find} starts, with {@code {}} in its arguments for a file, or once for many files. */
final class FindCommand {

    private static final String FILE = "{}";
    /** Of one start: so much is surely taken as arguments. */
    private static final int MOST_CHARACTERS = 4096;

    private final Call call;
    private final List<String> words;
    private final boolean isForMany;
    private final List<String> files = new ArrayList<>();
    private int characters;
    private boolean hasFailed;

    private FindCommand(Call call, List<String> words, boolean isForMany) {
        this.call = call;
        this.words = words;
        this.isForMany = isForMany;
    }

    /** @param words its name and arguments */
    static FindCommand forEach(Call call, List<String> words) {
        return new FindCommand(call, words, false);
    }

    /** @param words its name and arguments, without the last one, where the files go */
    static FindCommand forMany(Call call, List<String> words) {
        return new FindCommand(call, words, true);
    }

    /** Uses a file, now or later, and answers whether that worked. */
    boolean use(String file) throws IOException {
        if (!isForMany) {
            List<String> arguments = new ArrayList<>();
            for (String word : words) {
                arguments.add(word.replace(FILE, file));
            }
            return start(arguments) == 0;
        }
        if (characters + file.length() > MOST_CHARACTERS) {
            finish();
        }
        files.add(file);
        characters += file.length() + 1;
        return true;
    }

    /** Uses those that wait. */
    void finish() throws IOException {
        if (!files.isEmpty()) {
            List<String> arguments = new ArrayList<>(words);
            arguments.addAll(files);
            files.clear();
            characters = 0;
            hasFailed |= start(arguments) != 0;
        }
    }

    /** Whether one that was for many had another status than 0. */
    boolean hasFailed() {
        return hasFailed;
    }

    private int start(List<String> arguments) throws IOException {
        call.out().flush();
        String path = PathSearch.first(call, arguments.getFirst(), call.environment());
        if (path == null) {
            call.say(arguments.getFirst() + ": no such program");
            return 1;
        }
        return call.system().start(path, arguments, call.environment(), call.directory(), Map.of(0, call.in(), 1, call.standardOutput(), 2, call.err())).await();
    }
}
