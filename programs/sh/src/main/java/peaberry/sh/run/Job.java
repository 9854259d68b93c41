package peaberry.sh.run;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.Child;

/** A command in the background, or one that was stopped: its processes, of which the last one's status counts. */
public final class Job {

    /** Where the command stands in a list. */
    private static final int TEXT_COLUMN = 33;

    private final int number;
    private final String text;
    private final List<Child> children;
    private final Feeds feeds;
    private boolean isStopped;

    Job(int number, String text, List<Child> children, Feeds feeds) {
        this.number = number;
        this.text = text;
        this.children = List.copyOf(children);
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

    /** Whether it stands still, as of when that was looked at last. */
    public boolean isStopped() {
        return isStopped && !hasEnded();
    }

    /** Looks whether somebody has stopped it, or had it go on. */
    void look() {
        isStopped = !hasEnded() && children.stream().anyMatch(Child::isStopped);
    }

    /** Waits for its end, in front of the terminal. What it writes to a command substitution is read, so that it can go on. */
    public int await() {
        feeds.group().bringForward();
        try {
            feeds.drain();
            children.forEach(Child::await);
        } catch (IOException e) {
            throw new ShellError(e.getMessage());
        } finally {
            feeds.group().withdraw();
        }
        return child().await();
    }

    /** As {@link #await}, but also answers when it is stopped: then {@link #isStopped}. */
    public int awaitOrStop() {
        feeds.group().bringForward();
        try {
            feeds.drain();
            for (Child child : children) {
                int status = child.awaitOrStop();
                if (child.isStopped()) {
                    isStopped = true;
                    return status;
                }
            }
        } catch (IOException e) {
            throw new ShellError(e.getMessage());
        } finally {
            feeds.group().withdraw();
        }
        isStopped = false;
        return child().await();
    }

    /** Has it go on. */
    public void resume() {
        feeds.group().resume();
        isStopped = false;
    }

    /** Has it stand still. */
    public void stop() {
        feeds.group().stop();
        look();
    }

    /** In words. */
    private String state() {
        if (!hasEnded()) {
            return isStopped ? "Stopped" : "Running";
        }
        int status = child().await();
        String signal = Signals.description(status);
        return signal != null ? signal : status == 0 ? "Done" : "Done(" + status + ")";
    }

    /** A row of a list. @param mark + for the current job, - for the one before, else a blank @param withNumber whether its first process is named */
    String row(char mark, boolean withNumber) {
        String start = "[" + number + "] " + mark + " " + (withNumber ? children.getFirst().number() + " " : "") + state();
        return start + " ".repeat(Math.max(1, TEXT_COLUMN - start.length())) + text + "\n";
    }
}
