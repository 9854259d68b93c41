package peaberry.sh.run;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Child;

/** The commands in the background that nobody has waited for. */
public final class Jobs {

    private final List<Job> jobs = new ArrayList<>();

    Job add(String text, List<Child> children, Feeds feeds) {
        int number = jobs.isEmpty() ? 1 : jobs.getLast().number() + 1;
        Job job = new Job(number, text, children, feeds);
        jobs.add(job);
        return job;
    }

    public List<Job> all() {
        return List.copyOf(jobs);
    }

    public void remove(Job job) {
        jobs.remove(job);
    }

    /** By {@code %1}, {@code %%}, {@code %+}, {@code %-}, {@code %text} or a process's number; {@code null} if there is none. */
    public Job find(String wanted) {
        if (jobs.isEmpty()) {
            return null;
        }
        switch (wanted) {
            case "%%", "%+", "%" -> {
                return jobs.getLast();
            }
            case "%-" -> {
                return jobs.get(Math.max(jobs.size() - 2, 0));
            }
            default -> { }
        }
        for (Job job : jobs) {
            boolean found = wanted.startsWith("%") ? wanted.equals("%" + job.number()) || job.text().startsWith(wanted.substring(1))
                    : job.children().stream().anyMatch(child -> wanted.equals(Integer.toString(child.number())));
            if (found) {
                return job;
            }
        }
        return null;
    }
}
