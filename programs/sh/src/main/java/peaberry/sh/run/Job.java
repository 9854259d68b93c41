package peaberry.sh.run;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.Child;

/** A command in the background: its processes, of which the last one's status counts. */
public final class Job {

    private final int number;
    private final String text;
    private final List<Child> children;
    private final Feeds feeds;

    Job(int number, String text, List<Child> children, Feeds feeds) {
        this.number = number;
        this.text = text;
        this.children = children;
        this.feeds = feeds;
    }

    /** As {@code %1} has it. */
    public int number() {
        return number;
    }

    /** What was typed, more or less. */
    public String text() {
        return text;
    }

    /** The process that stands for it. */
    public Child child() {
        return children.getLast();
    }

    public List<Child> children() {
        return children;
    }

    public boolean hasEnded() {
        return children.stream().allMatch(Child::hasEnded);
    }

    /** Waits for its end. What it writes to a command substitution is read, so that it can go on. */
    public int await() {
        try {
            feeds.drain();
        } catch (IOException e) {
            throw new ShellError(e.getMessage());
        }
        children.forEach(Child::await);
        return child().await();
    }
}
