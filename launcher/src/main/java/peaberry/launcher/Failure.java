package peaberry.launcher;

/** Why the launcher itself gives up: one sentence for the user, who then gets {@link ExitStatus#LAUNCHER_FAILED}. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }

    Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
