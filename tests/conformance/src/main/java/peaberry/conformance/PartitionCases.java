package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ThreadState;
import peaberry.runtime.ProgramSlots;

/** Partitions of the processor's time, and their windows. */
final class PartitionCases {

    private static final String PARTITION = "Partition";
    private static final String CONTROL = "PartitionControl";
    /** Microseconds. */
    private static final long TURN = 1_000;
    private static final long WINDOW = 1_000;
    private static final long A_WHILE = 30_000;
    private static final long SHORTEST = 50;
    private static final long LONGEST = 1L << 32;

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
        new Case(CONTROL, "setWindowRefusesTooShortAWindow", PartitionCases::setWindowRefusesTooShortAWindow),
        new Case(CONTROL, "setWindowRefusesTooLongAWindow", PartitionCases::setWindowRefusesTooLongAWindow),
        new Case(CONTROL, "aWindowCanBeTakenBack", PartitionCases::aWindowCanBeTakenBack),
        new Case(CONTROL, "takingBackNoWindowIsNothing", PartitionCases::takingBackNoWindowIsNothing),
        new Case(CONTROL, "aWindowCanBeChanged", PartitionCases::aWindowCanBeChanged),
    };

    private PartitionCases() {
    }

    private static int partition() {
        return Fresh.make(ObjectType.PARTITION, 0);
    }

    private static KernelError configure(int partition, int context, long budget, long period) {
        return Kernel.call(partition, Invocation.PARTITION_CONFIGURE, context, budget, period);
    }

    private static KernelError setWindow(int partition, long length) {
        return Kernel.call(ProgramSlots.PARTITION_CONTROL, Invocation.PARTITION_CONTROL_SET_WINDOW, partition, length);
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
        Check.error(KernelError.RANGE_ERROR, configure(ProgramSlots.PARTITION, context, SHORTEST - 1, TURN), "a budget of 49");
        Check.error(KernelError.RANGE_ERROR, configure(ProgramSlots.PARTITION, context, -1, TURN), "a negative budget");
        Check.done(configure(ProgramSlots.PARTITION, context, SHORTEST, TURN), "a budget of 50");
    }

    private static void configureRefusesAPeriodShorterThanTheBudget() {
        Check.error(KernelError.RANGE_ERROR, configure(ProgramSlots.PARTITION, Fresh.schedContext(), TURN, TURN - 1), "the period");
    }

    private static void configureRefusesTooLongAPeriod() {
        int context = Fresh.schedContext();
        Check.error(KernelError.RANGE_ERROR, configure(ProgramSlots.PARTITION, context, TURN, LONGEST + 1), "the period");
        Check.error(KernelError.RANGE_ERROR, configure(ProgramSlots.PARTITION, context, TURN, Long.MAX_VALUE), "the longest period");
    }

    private static void configureRefusesTheContextOfAThreadElsewhere() {
        Check.error(KernelError.OCCUPIED, configure(partition(), Actor.alone().context(), TURN, TURN), "the context of an actor");
    }

    private static void aContextThatIsNotUsedCanMove() {
        int context = Fresh.schedContext();
        Check.done(configure(ProgramSlots.PARTITION, context, TURN, TURN), "giving it time");
        Check.done(configure(partition(), context, TURN, TURN), "giving it time elsewhere");
    }

    private static void withoutAWindowNothingRuns() {
        Actor counter = in(partition(), counter()).start();
        Actor.letTimePass(A_WHILE);
        Check.equal(0, counter.value(0), "what its thread has counted");
        Check.state(ThreadState.READY, counter, "its thread's state");
    }

    private static void withAWindowItsThreadsRun() {
        int partition = partition();
        Actor counter = in(partition, counter()).start();
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        Actor.letTimePass(A_WHILE);
        Check.that(counter.value(0) > 0, "that its thread has counted");
        Check.done(setWindow(partition, 0), "taking the window back");
    }

    private static void aWindowIsKeptWhateverTheOthersDo() {
        int partition = partition();
        Actor slow = in(partition, counter()).start(2);
        Actor urgent = counter().start();
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        Actor.letTimePass(A_WHILE);
        Check.that(slow.value(0) > 0, "that a thread of low priority has counted in its window");
        Check.that(urgent.value(0) > 0, "that the other has counted too");
        Check.done(setWindow(partition, 0), "taking the window back");
        urgent.suspend();
    }

    private static void nobodyRunsInTheWindowOfAnother() {
        int partition = partition();
        int empty = partition();
        Actor counter = in(partition, counter()).start();
        Check.done(setWindow(empty, WINDOW), "giving a window to a partition without threads");
        Actor.letTimePass(A_WHILE);
        Check.equal(0, counter.value(0), "what a thread of a third one has counted");
        Check.done(setWindow(empty, 0), "taking the window back");
    }

    private static void callsGoFromOneToAnother() {
        int partition = partition();
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        server.receive(endpoint, reply);
        server.replyReceive(endpoint, reply, 2, 0);
        server.start();
        Actor client = in(partition, Actor.alone());
        client.call(endpoint, 1, 0);
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        client.start();
        client.letTimePassUntilDone(0);
        Check.equal(2, client.tag(0).label(), "the answer");
        Check.done(setWindow(partition, 0), "taking the window back");
    }

    private static void itsDeletionStopsItsThreads() {
        int partition = partition();
        Actor counter = in(partition, counter()).start();
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        Actor.letTimePass(A_WHILE);
        Check.done(Fresh.delete(partition), "deleting it");
        long counted = counter.value(0);
        Actor.letTimePass(A_WHILE);
        Check.equal(counted, counter.value(0), "what its thread has counted since");
        Check.state(ThreadState.DEPLETED, counter, "its thread's state");
    }

    private static void setWindowRefusesTooShortAWindow() {
        int partition = partition();
        Check.error(KernelError.RANGE_ERROR, setWindow(partition, SHORTEST - 1), "a window of 49");
        Check.error(KernelError.RANGE_ERROR, setWindow(partition, -1), "a negative window");
    }

    private static void setWindowRefusesTooLongAWindow() {
        Check.error(KernelError.RANGE_ERROR, setWindow(partition(), LONGEST + 1), "the window");
    }

    private static void aWindowCanBeTakenBack() {
        int partition = partition();
        Actor counter = in(partition, counter()).start();
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        Actor.letTimePass(A_WHILE);
        Check.done(setWindow(partition, 0), "taking it back");
        long counted = counter.value(0);
        Actor.letTimePass(A_WHILE);
        Check.equal(counted, counter.value(0), "what its thread has counted since");
    }

    private static void takingBackNoWindowIsNothing() {
        Check.done(setWindow(partition(), 0), "taking it back");
    }

    private static void aWindowCanBeChanged() {
        int partition = partition();
        Actor counter = in(partition, counter()).start();
        Check.done(setWindow(partition, WINDOW), "giving it a window");
        Check.done(setWindow(partition, 2 * WINDOW), "giving it another one");
        Actor.letTimePass(A_WHILE);
        Check.that(counter.value(0) > 0, "that its thread has counted");
        Check.done(setWindow(partition, 0), "taking it back");
    }
}
