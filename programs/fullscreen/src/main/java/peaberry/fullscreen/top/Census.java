package peaberry.fullscreen.top;

import java.util.List;

/**
 * All that runs, at some moment.
 *
 * @param ticks              of the clock since the system runs
 * @param ticksPerMicrosecond at least 1
 * @param memoryTotal        bytes of the machine
 * @param memoryUsed         bytes that are in use
 */
public record Census(long ticks, long ticksPerMicrosecond, long memoryTotal, long memoryUsed, List<Task> tasks) {

    /** Of a task at this moment: ticks that it had used; 0 if it was not there, or has been started anew since. */
    long ticksOf(Task later) {
        for (Task task : tasks) {
            if (task.isSameAs(later)) {
                return task.ticks() > later.ticks() ? 0 : task.ticks();
            }
        }
        return 0;
    }

    /** Before anything ran: what has happened since is all that ever did. */
    static Census ofNothing() {
        return new Census(0, 1, 0, 0, List.of());
    }
}
