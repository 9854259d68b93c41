package peaberry.conformance;

import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.Text;

/**
 * A million system calls of a {@link Hostile} process beside neighbours that must not notice: a client and a server, whose every call
 * is answered, and a thread whose memory stays as it is. Everything is random, and the same each time.
 */
final class Fuzz {

    private static final int SYSTEM_CALLS = 1_000_000;
    private static final int REPORT_EVERY = 100_000;
    /** The hostile process is made anew after so many rounds, whatever is left of it. */
    private static final int ROUNDS = 32;
    private static final long PAUSE_MICROSECONDS = 100_000;
    private static final int MOST_PAUSES = 100;
    private static final long SEED = 0x5EED_CAFE;
    private static final int LABEL = 321;
    private static final int CALLS_PER_ROUND = 2;
    private static final int WORDS_PER_PAGE = 512;

    /** Adds up a page, with a rotation after each word: {@code rdi} = second operand of the step. */
    private static final byte[] CHECKSUM = MachineCode.of(
            "48 8B 7D 10"               // mov SECOND(%rbp), %rdi
            + " B9 00 02 00 00"         // mov $512, %ecx
            + " 31 C0"                  // xor %eax, %eax
            + " 48 03 07"               // again: add (%rdi), %rax
            + " 48 D1 C0"               // rol $1, %rax
            + " 48 83 C7 08"            // add $8, %rdi
            + " FF C9"                  // dec %ecx
            + " 75 F2"                  // jnz again
            + " C3");                   // ret

    private static final RandomNumbers RANDOM = new RandomNumbers(SEED);
    private static final Hostile HOSTILE = new Hostile(RANDOM);
    private static final Text LINE = new Text(200);

    private static int endpoint;
    private static int go;
    private static Actor server;
    private static Actor client;
    private static Actor keeper;
    private static int firstCall;
    private static int sum;
    private static long expectedSum;
    private static long rounds;

    private Fuzz() {
    }

    /** Runs to the end; {@link Check} knows the verdict. */
    static void run() {
        int memory = Fresh.memory();
        int forNeighbours = Fresh.make(ObjectType.UNTYPED, Fresh.MEMORY_BITS - 2);
        int forHostile = Fresh.make(ObjectType.UNTYPED, Fresh.MEMORY_BITS - 2);
        Fresh.useMemory(forNeighbours);
        makeNeighbours();
        Actor.keepAll();
        Fresh.useMemory(forHostile);
        long calls = 0;
        long reported = 0;
        int lives = 0;
        while (calls < SYSTEM_CALLS && Check.passed()) {
            lives++;
            HOSTILE.make(endpoint);
            for (int round = 0; round < ROUNDS && Check.passed(); round++) {
                HOSTILE.incite();
                Notifier.signal(go);
                rounds++;
                letAllRun();
                calls += HOSTILE.systemCalls();
                lookAtNeighbours();
            }
            Actor.clear();
            Fresh.clear();
            if (calls / REPORT_EVERY > reported) {
                reported = calls / REPORT_EVERY;
                Conformance.say(LINE.clear().decimal(calls).append(" system calls in ").decimal(lives).append(" lives; the neighbours are well"));
            }
        }
        Check.done(Fresh.revoke(memory), "getting all memory back");
        Fresh.useMemory(memory);
        if (Check.passed()) {
            Conformance.say(LINE.clear().append("passed: ").decimal(calls).append(" system calls; seed ").hex(SEED));
        } else {
            Conformance.say(LINE.clear().append("FAILED after ").decimal(calls).append(" system calls: ").append(Check.finding()));
        }
    }

    private static void makeNeighbours() {
        endpoint = Fresh.endpoint();
        go = Fresh.notification();
        int gone = Fresh.notification();
        int reply = Fresh.reply();
        server = Actor.alone();
        server.receive(endpoint, reply);
        int again = server.replyReceive(endpoint, reply, LABEL, 0);
        server.then(again, again).start();

        client = Actor.alone();
        int start = client.await(go);
        firstCall = client.call(endpoint, LABEL, 0);
        client.call(endpoint, LABEL, 1);
        client.then(client.signal(gone), start).start();

        keeper = Actor.alone();
        int frame = Fresh.frame();
        long page = Fresh.map(frame);
        for (int i = 0; i < WORDS_PER_PAGE; i++) {
            long word = RANDOM.next();
            Fresh.write(page + Long.BYTES * i, word);
            expectedSum = Long.rotateLeft(expectedSum + word, 1);
        }
        Actor.mapIn(keeper.space(), Fresh.copy(frame, Rights.READ), page, Rights.READ.bits(), 0);
        int wait = keeper.await(gone);
        sum = keeper.add(ActorCode.EXECUTE, keeper.install(CHECKSUM), page);
        keeper.then(sum, wait).start();
        Actor.letAllRun();
    }

    /**
     * Lets all run until none can go on. Threads of the hostile process may go on for ever: one whose faults are told to the neighbours'
     * server is let try again by each answer. Then it is until the neighbours are done, or should have been by far.
     */
    private static void letAllRun() {
        int lastCall = firstCall + CALLS_PER_ROUND - 1;
        int pauses = 0;
        do {
            Actor.letAllRunWithin(PAUSE_MICROSECONDS);
            pauses++;
        } while (pauses < MOST_PAUSES && (client.done(lastCall) < rounds || keeper.done(sum) < rounds));
    }

    private static void lookAtNeighbours() {
        for (int call = firstCall; call < firstCall + CALLS_PER_ROUND; call++) {
            Check.equal(rounds, client.done(call), "how often the client's call was answered");
            Check.equal(LABEL, client.tag(call).label(), "the answer to the client");
            Check.that(!client.tag(call).failed(), "that the client's call did not fail");
        }
        Check.equal(rounds, keeper.done(sum), "how often the memory was added up");
        Check.equal(expectedSum, keeper.value(sum), "the sum");
    }
}
