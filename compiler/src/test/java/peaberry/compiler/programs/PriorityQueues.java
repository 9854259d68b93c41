package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Run queues with a bitmap, as a scheduler has them. */
final class PriorityQueues {

    private static final class Task {
        final int id;
        final int priority;
        Task next;

        Task(int id, int priority) {
            this.id = id;
            this.priority = priority;
        }
    }

    private static final class Queues {
        private final Task[] heads = new Task[32];
        private final Task[] tails = new Task[32];
        private int present;

        void enqueue(Task task) {
            int p = task.priority;
            if (heads[p] == null) {
                heads[p] = task;
                present |= 1 << p;
            } else {
                tails[p].next = task;
            }
            tails[p] = task;
            task.next = null;
        }

        Task dequeue() {
            if (present == 0) {
                return null;
            }
            int p = 31 - Integer.numberOfLeadingZeros(present);
            Task task = heads[p];
            heads[p] = task.next;
            if (heads[p] == null) {
                present &= ~(1 << p);
            }
            return task;
        }
    }

    private static final Queues QUEUES = new Queues();
    private static final Task[] TASKS = {
        new Task(1, 0), new Task(2, 31), new Task(3, 5), new Task(4, 31), new Task(5, 5),
    };

    static void run() {
        for (Task task : TASKS) {
            QUEUES.enqueue(task);
        }
        for (Task task = QUEUES.dequeue(); task != null; task = QUEUES.dequeue()) {
            Out.println(task.id);
        }
        QUEUES.enqueue(TASKS[3]);
        Out.println(QUEUES.dequeue().id);
        Out.println(QUEUES.dequeue().id);
    }
}
