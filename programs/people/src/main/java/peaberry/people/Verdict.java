package peaberry.people;

/** What comes of one attempt to log in, as the session is told: rows of text. */
sealed interface Verdict {

    /** Somebody is who she says she is. */
    record Accepted(Account account) implements Verdict {
    }

    /** It was the wrong name or the wrong password. @param name that was typed; empty if it is none */
    record Refused(String name) implements Verdict {
    }

    /** Nobody wants to log in any more. */
    record Ended() implements Verdict {
    }

    /** The first row says which it is. */
    default String text() {
        return switch (this) {
            case Accepted(Account account) -> "accepted\n" + account.name() + "\n" + account.number() + "\n" + account.home() + "\n" + String.join(" ", account.may()) + "\n";
            case Refused(String name) -> "refused\n" + name + "\n";
            case Ended() -> "ended\n";
        };
    }
}
