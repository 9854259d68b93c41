package peaberry.sh.run;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Child;

/** The commands in the background, and those that were stopped, that nobody has waited for. */
public final class Jobs {

    /** The current one first: those that were stopped, the last of them first, then those that run, the last one first. */
    private final List<Job> jobs = new ArrayList<>();
    private boolean hasWarned;

    /** A job that runs. It has the lowest number that is free. */
    Job add(String text, List<Child> children, Feeds feeds) {
        Job job = new Job(nextNumber(), text, children, feeds);
        place(job);
        return job;
    }

    private int nextNumber() {
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    /** Waits for a command in front of the terminal, and answers its status. If it is stopped it becomes a job. @param text of the command */
    int runInFront(Shell shell, String text, List<Child> children, Feeds feeds) {
        Job job = new Job(nextNumber(), text, children, feeds);
        return shell.controlsJobs() ? awaitInFront(shell, job) : job.await();
    }

    /** Waits for a job in front of the terminal. If it is stopped it stays a job, and that is told; else it is none any more. */
    public int awaitInFront(Shell shell, Job job) {
        int status = job.awaitOrStop();
        if (job.isStopped()) {
            place(job);
            shell.show(row(job, false));
            return status;
        }
        remove(job);
        String signal = Signals.description(status);
        if (signal != null && status != Signals.STATUS_INTERRUPTED && status != Signals.STATUS_BROKEN_PIPE) {
            shell.show(signal + "\n");
        }
        return status;
    }

    private boolean isTaken(int number) {
        return jobs.stream().anyMatch(job -> job.number() == number);
    }

    /** Puts a job where it belongs, after it was stopped or began to run. */
    public void place(Job job) {
        jobs.remove(job);
        int first = 0;
        while (!job.isStopped() && first < jobs.size() && jobs.get(first).isStopped()) {
            first++;
        }
        jobs.add(first, job);
        hasWarned = false;
    }

    /** The current one first. */
    public List<Job> all() {
        return List.copyOf(jobs);
    }

    public void remove(Job job) {
        jobs.remove(job);
    }

    /** Looks how all are. */
    public void look() {
        jobs.forEach(Job::look);
    }

    /** A row that tells how a job is. */
    public String row(Job job, boolean withNumber) {
        int place = jobs.indexOf(job);
        return job.row(place == 0 ? '+' : place == 1 ? '-' : ' ', withNumber);
    }

    /** Rows that tell which have ended. These are forgotten. */
    String ended() {
        StringBuilder rows = new StringBuilder();
        look();
        for (Job job : all()) {
            if (job.hasEnded()) {
                rows.append(row(job, false));
            }
        }
        jobs.removeIf(Job::hasEnded);
        return rows.toString();
    }

    /** Whether there is a stopped one of which who leaves the shell was not warned yet. */
    public boolean warns() {
        look();
        boolean warns = !hasWarned && jobs.stream().anyMatch(Job::isStopped);
        hasWarned |= warns;
        return warns;
    }

    /** By {@code %1}, {@code %%}, {@code %+}, {@code %-}, {@code %text}, {@code %?text} or a process's number; {@code null} if there is none. */
    public Job find(String wanted) {
        if (jobs.isEmpty()) {
            return null;
        }
        switch (wanted) {
            case "%%", "%+", "%" -> {
                return jobs.getFirst();
            }
            case "%-" -> {
                return jobs.get(Math.min(1, jobs.size() - 1));
            }
            default -> { }
        }
        for (Job job : jobs) {
            boolean found = wanted.startsWith("%") ? isNamed(job, wanted.substring(1))
                    : job.children().stream().anyMatch(child -> wanted.equals(Integer.toString(child.number())));
            if (found) {
                return job;
            }
        }
        return null;
    }

    private static boolean isNamed(Job job, String name) {
        return name.equals(Integer.toString(job.number())) || (name.startsWith("?") ? job.text().contains(name.substring(1)) : job.text().startsWith(name));
    }
}
