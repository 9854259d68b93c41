package peaberry.interactive;

/** Knows what the word at a place of a line may become. */
@FunctionalInterface
interface Completer {

    /** @param line up to the cursor */
    Completion complete(String line);
}
