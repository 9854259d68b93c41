package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ThreadState;

/** Partitions of the processor's time, and the cycle of their windows. */
final class PartitionCases {

    private static final String PARTITION = "Partition";
    private static final String CONTROL = "PartitionControl";
    /** Microseconds. */
    private static final long TURN = 1_000;
    private static final long WINDOW = 1_000;
    private static final long A_WHILE = 30_000;
    private static final long SHORTEST = 50;
    private static final long LONGEST = 1L << 32;
    private static final int NOWHERE = 0;

    static final Case[] ALL = {
        new Case(PARTITION, "configureRefusesTooShortABudget", PartitionCases::configureRefusesTooShortABudget),
        new Case(PARTITION, "configureRefusesAPeriodShorterThanTheBudget", PartitionCases::configureRefusesAPeriodShorterThanTheBudget),
        new Case(PARTITION, "configureRefusesTooLongAPeriod", PartitionCases::configureRefusesTooLongAPeriod),
        new Case(PARTITION, "configureRefusesTheContextOfAThreadElsewhere", PartitionCases::configureRefusesTheContextOfAThreadElsewhere),
        new Case(PARTITION, "aContextThatIsNotUsedCanMove", PartitionCases::aContextThatIsNotUsedCanMove),
        new Case(PARTITION, "withoutAWindowNothingRuns", PartitionCases::withoutAWindowNothingRuns),
        new Case(PARTITION, "withAWindowItsThreadsRun", PartitionCases::withAWindowItsThreadsRun),
        new Case(PARTITION, "aWindowIsKeptWhateverTheOthersDo", PartitionCases::aWindowIsKeptWhateverTheOthersDo),
        new Case(PARTITION, "nobodyRunsInTheWindowOfAnother", PartitionCases::nobodyRunsInTheWindowOfAnother),
        new Case(PARTITION, "callsGoFromOneToAnother", PartitionCases::callsGoFromOneToAnother),
        new Case(PARTITION, "itsDeletionStopsItsThreads", PartitionCases::itsDeletionStopsItsThreads),
        new Case(PARTITION, "itsDeletionTakesAllItsWindowsOut", PartitionCases::itsDeletionTakesAllItsWindowsOut),
        new Case(CONTROL, "addWindowRefusesTooShortAWindow", PartitionCases::addWindowRefusesTooShortAWindow),
        new Case(CONTROL, "addWindowRefusesTooLongAWindow", PartitionCases::addWindowRefusesTooLongAWindow),
        new Case(CONTROL, "addWindowRefusesAWindowOfTheCycle", PartitionCases::addWindowRefusesAWindowOfTheCycle),
        new Case(CONTROL, "addWindowRefusesAPlaceOutsideTheCycle", PartitionCases::addWindowRefusesAPlaceOutsideTheCycle),
        new Case(CONTROL, "removeWindowRefusesAWindowOutsideTheCycle", PartitionCases::removeWindowRefusesAWindowOutsideTheCycle),
        new Case(CONTROL, "aWindowCanBeRemoved", PartitionCases::aWindowCanBeRemoved),
        new Case(CONTROL, "aWindowCanBeAddedAgain", PartitionCases::aWindowCanBeAddedAgain),
        new Case(CONTROL, "aWindowThatIsDestroyedIsRemoved", PartitionCases::aWindowThatIsDestroyedIsRemoved),
    };

    private PartitionCases() {
    }

    private static KernelError configure(int partition, int context, long budget, long period) {
        return Kernel.call(partition, Invocation.PARTITION_CONFIGURE, context, budget, period);
    }

    private static KernelError tryToAdd(int window, int partition, long length, int after) {
        return Kernel.call(Own.partitionControl(), Invocation.PARTITION_CONTROL_ADD_WINDOW, window, partition, length, after);
    }

    private static KernelError tryToRemove(int window) {
        return Kernel.call(Own.partitionControl(), Invocation.PARTITION_CONTROL_REMOVE_WINDOW, window);
    }

    /** Gives a partition a window, and tells its slot. */
    private static int add(int partition) {
        int window = Fresh.timeWindow();
        Check.done(tryToAdd(window, partition, WINDOW, NOWHERE), "adding a window");
        return window;
    }

    private static void remove(int window) {
        Check.done(tryToRemove(window), "removing the window");
    }

    /** Puts an actor that was not started yet into a partition. */
    private static Actor in(int partition, Actor actor) {
        Check.done(Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_UNBIND), "taking the actor's time away");
        Check.done(configure(partition, actor.context(), TURN, TURN), "giving it time elsewhere");
        Check.done(Kernel.call(actor.context(), Invocation.SCHED_CONTEXT_BIND, actor.thread()), "binding it again");
        return actor;
    }

    private static Actor counter() {
        Actor counter = Actor.alone();
        counter.count();
        return counter;
    }

    private static void configureRefusesTooShortABudget() {
        int context = Fresh.schedContext();
        Check.error(KernelError.RANGE_ERROR, configure(Own.partition(), context, SHORTEST - 1, TURN), "a budget of 49");
        Check.error(KernelError.RANGE_ERROR, configure(Own.partition(), context, -1, TURN), "a negative budget");
        Check.done(configure(Own.partition(), context, SHORTEST, TURN), "a budget of 50");
    }

    private static void configureRefusesAPeriodShorterThanTheBudget() {
        Check.error(KernelError.RANGE_ERROR, configure(Own.partition(), Fresh.schedContext(), TURN, TURN - 1), "the period");
    }

    private static void configureRefusesTooLongAPeriod() {
        int context = Fresh.schedContext();
        Check.error(KernelError.RANGE_ERROR, configure(Own.partition(), context, TURN, LONGEST + 1), "the period");
        Check.error(KernelError.RANGE_ERROR, configure(Own.partition(), context, TURN, Long.MAX_VALUE), "the longest period");
    }

    private static void configureRefusesTheContextOfAThreadElsewhere() {
        Check.error(KernelError.OCCUPIED, configure(Fresh.partition(), Actor.alone().context(), TURN, TURN), "the context of an actor");
    }

    private static void aContextThatIsNotUsedCanMove() {
        int context = Fresh.schedContext();
        Check.done(configure(Own.partition(), context, TURN, TURN), "giving it time");
        Check.done(configure(Fresh.partition(), context, TURN, TURN), "giving it time elsewhere");
    }

    private static void withoutAWindowNothingRuns() {
        Actor counter = in(Fresh.partition(), counter()).start();
        Actor.letTimePass(A_WHILE);
        Check.equal(0, counter.value(0), "what its thread has counted");
        Check.state(ThreadState.READY, counter, "its thread's state");
    }

    private static void withAWindowItsThreadsRun() {
        int partition = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        int window = add(partition);
        Actor.letTimePass(A_WHILE);
        Check.that(counter.value(0) > 0, "that its thread has counted");
        remove(window);
    }

    private static void aWindowIsKeptWhateverTheOthersDo() {
        int partition = Fresh.partition();
        Actor slow = in(partition, counter()).start(2);
        Actor urgent = counter().start();
        int window = add(partition);
        Actor.letTimePass(A_WHILE);
        Check.that(slow.value(0) > 0, "that a thread of low priority has counted in its window");
        Check.that(urgent.value(0) > 0, "that the other has counted too");
        remove(window);
        urgent.suspend();
    }

    private static void nobodyRunsInTheWindowOfAnother() {
        int partition = Fresh.partition();
        int empty = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        int window = add(empty);
        Actor.letTimePass(A_WHILE);
        Check.equal(0, counter.value(0), "what a thread of a third one has counted");
        remove(window);
    }

    private static void callsGoFromOneToAnother() {
        int partition = Fresh.partition();
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.replyReceive(endpoint, reply, 2, 0);
        server.start();
        Actor client = in(partition, Actor.alone());
        client.call(endpoint, 1, 0);
        int window = add(partition);
        client.start();
        client.letTimePassUntilDone(0);
        Check.equal(2, client.tag(0).label(), "the answer");
        remove(window);
    }

    private static void itsDeletionStopsItsThreads() {
        int partition = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        add(partition);
        Actor.letTimePass(A_WHILE);
        Check.done(Fresh.delete(partition), "deleting it");
        long counted = counter.value(0);
        Actor.letTimePass(A_WHILE);
        Check.equal(counted, counter.value(0), "what its thread has counted since");
        Check.state(ThreadState.DEPLETED, counter, "its thread's state");
    }

    private static void itsDeletionTakesAllItsWindowsOut() {
        int partition = Fresh.partition();
        int first = add(partition);
        int second = add(partition);
        Check.done(Fresh.delete(partition), "deleting it");
        Check.error(KernelError.INVALID_ARGUMENT, tryToRemove(first), "removing its first window");
        Check.error(KernelError.INVALID_ARGUMENT, tryToRemove(second), "removing its second window");
    }

    private static void addWindowRefusesTooShortAWindow() {
        int partition = Fresh.partition();
        int window = Fresh.timeWindow();
        Check.error(KernelError.RANGE_ERROR, tryToAdd(window, partition, SHORTEST - 1, NOWHERE), "a window of 49");
        Check.error(KernelError.RANGE_ERROR, tryToAdd(window, partition, -1, NOWHERE), "a negative window");
        Check.done(tryToAdd(window, partition, SHORTEST, NOWHERE), "a window of 50");
        remove(window);
    }

    private static void addWindowRefusesTooLongAWindow() {
        Check.error(KernelError.RANGE_ERROR, tryToAdd(Fresh.timeWindow(), Fresh.partition(), LONGEST + 1, NOWHERE), "the window");
    }

    private static void addWindowRefusesAWindowOfTheCycle() {
        int window = add(Fresh.partition());
        Check.error(KernelError.OCCUPIED, tryToAdd(window, Fresh.partition(), WINDOW, NOWHERE), "adding it again");
        remove(window);
    }

    private static void addWindowRefusesAPlaceOutsideTheCycle() {
        int window = Fresh.timeWindow();
        Check.error(KernelError.INVALID_ARGUMENT, tryToAdd(window, Fresh.partition(), WINDOW, Fresh.timeWindow()), "adding it after another");
        Check.error(KernelError.INVALID_ARGUMENT, tryToAdd(window, Fresh.partition(), WINDOW, window), "adding it after itself");
    }

    private static void removeWindowRefusesAWindowOutsideTheCycle() {
        Check.error(KernelError.INVALID_ARGUMENT, tryToRemove(Fresh.timeWindow()), "removing it");
    }

    private static void aWindowCanBeRemoved() {
        int partition = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        int window = add(partition);
        Actor.letTimePass(A_WHILE);
        remove(window);
        long counted = counter.value(0);
        Actor.letTimePass(A_WHILE);
        Check.equal(counted, counter.value(0), "what its thread has counted since");
    }

    private static void aWindowCanBeAddedAgain() {
        int partition = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        int window = add(Fresh.partition());
        remove(window);
        Check.done(tryToAdd(window, partition, 2 * WINDOW, NOWHERE), "adding it for another partition");
        Actor.letTimePass(A_WHILE);
        Check.that(counter.value(0) > 0, "that its thread has counted");
        remove(window);
    }

    private static void aWindowThatIsDestroyedIsRemoved() {
        int partition = Fresh.partition();
        Actor counter = in(partition, counter()).start();
        int window = add(partition);
        Actor.letTimePass(A_WHILE);
        Check.done(Fresh.delete(window), "destroying it");
        long counted = counter.value(0);
        Check.that(counted > 0, "that its thread has counted");
        Actor.letTimePass(A_WHILE);
        Check.equal(counted, counter.value(0), "what its thread has counted since");
    }
}
