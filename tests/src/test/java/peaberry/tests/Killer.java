package peaberry.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills processes of a guest from outside, when they reach a line of their program: the guest is stopped there by a breakpoint, and the thread sent to
 * address 0, as a null reference would. Nothing of this is in the guest. Programs share addresses, so the code that is found tells whose line it is.
 */
final class Killer implements AutoCloseable {

    /** What is done while the killer waits. */
    interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 8;

    private final DebugStub stub;
    private final Deque<BuiltProgram.Place> victims = new ArrayDeque<>();
    private final Set<BuiltProgram.Place> traced = new LinkedHashSet<>();
    private final List<BuiltProgram.Place> reached = new ArrayList<>();
    private final Map<Long, Integer> strangers = new HashMap<>();
    private boolean ending;

    private Killer(DebugStub stub) {
        this.stub = stub;
    }

    /** The guest stands still until the first deed. */
    static Killer attach(Path socket) throws IOException {
        return new Killer(DebugStub.attach(socket));
    }

    /** Which of the places are reached meanwhile, in this order. */
    List<BuiltProgram.Place> trace(List<BuiltProgram.Place> places, Deed deed) throws IOException, InterruptedException {
        traced.addAll(places);
        watch(deed);
        return List.copyOf(reached);
    }

    /** Kills whoever reaches the first place, then who reaches the second one, and so on. @return whether all of these happened meanwhile */
    boolean kill(List<BuiltProgram.Place> places, Deed deed) throws IOException, InterruptedException {
        victims.clear();
        victims.addAll(places);
        watch(deed);
        return victims.isEmpty();
    }

    /** The guest stands still before and after. */
    private void watch(Deed deed) throws IOException, InterruptedException {
        ending = false;
        reached.clear();
        strangers.clear();
        arm();
        stub.go();
        CompletableFuture<Void> watcher = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!isOver()) {
                    continue;
                }
                watcher.complete(null);
            } catch (IOException | RuntimeException e) {
                watcher.completeExceptionally(e);
            }
        });
        try {
            deed.run();
        } finally {
            end();
            watcher.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            disarm();
        }
    }

    private synchronized void end() throws IOException {
        ending = true;
        stub.interrupt();
    }

    /** Waits for one stop and deals with it. */
    private boolean isOver() throws IOException {
        stub.awaitStop();
        synchronized (this) {
            long here = stub.instructionPointer();
            BuiltProgram.Place place = placeAt(here);
            if (place != null && place.program().isWhere(stub, here)) {
                meet(place);
            } else if (place != null) {
                passBy(here);
            }
            if (!ending) {
                stub.go();
            }
            return ending;
        }
    }

    /** Another program is there. While places are traced, one where others are all the time is left alone. */
    private void passBy(long address) throws IOException {
        stub.removeBreakpoint(address);
        if (victims.isEmpty() && strangers.merge(address, 1, Integer::sum) > MANY) {
            return;
        }
        stub.step();
        stub.setBreakpoint(address);
    }

    private BuiltProgram.Place placeAt(long address) {
        if (!victims.isEmpty()) {
            return victims.getFirst().addresses().contains(address) ? victims.getFirst() : null;
        }
        return traced.stream().filter(place -> place.addresses().contains(address)).findFirst().orElse(null);
    }

    private void meet(BuiltProgram.Place place) throws IOException {
        disarm(place);
        if (traced.remove(place)) {
            reached.add(place);
        } else {
            stub.setInstructionPointer(0);
            victims.removeFirst();
            arm();
        }
    }

    /** Breakpoints at whatever is to be reached next. */
    private void arm() throws IOException {
        if (!victims.isEmpty()) {
            arm(victims.getFirst());
        }
        for (BuiltProgram.Place place : traced) {
            arm(place);
        }
    }

    private void arm(BuiltProgram.Place place) throws IOException {
        for (long address : place.addresses()) {
            stub.setBreakpoint(address);
        }
    }

    private void disarm() throws IOException {
        if (!victims.isEmpty()) {
            disarm(victims.getFirst());
        }
        for (BuiltProgram.Place place : traced) {
            disarm(place);
        }
        traced.clear();
    }

    private void disarm(BuiltProgram.Place place) throws IOException {
        for (long address : place.addresses()) {
            stub.removeBreakpoint(address);
        }
    }

    @Override
    public void close() throws IOException {
        stub.close();
    }
}
