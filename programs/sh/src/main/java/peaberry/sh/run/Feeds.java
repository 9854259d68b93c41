package peaberry.sh.run;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Group;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;

/** What the processes of one command have in common: the group that they are in, and the pipes through which they write to {@link Collector}s, one for each of these. */
final class Feeds {

    private static final int SIZE_OF_READS = 4096;

    private final OperatingSystem system;
    private final Group group;
    private final Map<Collector, Pipe> pipes = new IdentityHashMap<>();
    private boolean hasStarted;

    Feeds(OperatingSystem system) {
        this.system = system;
        group = system.group();
    }

    /** The group of all processes of the command. */
    Group group() {
        return group;
    }

    boolean isEmpty() {
        return pipes.isEmpty();
    }

    /** The channels that a process gets. */
    Map<Integer, Channel> channels(Descriptors descriptors) throws IOException {
        Map<Integer, Channel> channels = new TreeMap<>();
        for (Map.Entry<Integer, Channel> open : descriptors.channels().entrySet()) {
            channels.put(open.getKey(), open.getValue() instanceof Collector collector ? pipe(collector).writing() : open.getValue());
        }
        return channels;
    }

    private Pipe pipe(Collector collector) throws IOException {
        Pipe pipe = pipes.get(collector);
        if (pipe == null) {
            pipe = system.pipe();
            pipes.put(collector, pipe);
        }
        return pipe;
    }

    /** All processes have started: only they write from now on. */
    void started() {
        if (!hasStarted) {
            hasStarted = true;
            pipes.values().forEach(pipe -> pipe.writing().close());
        }
    }

    /** Has the collectors take what comes later, when they are asked for all. */
    void leave() {
        started();
        pipes.keySet().forEach(collector -> collector.expect(this));
    }

    /** Reads until the processes have closed their ends. */
    void drain() throws IOException {
        started();
        byte[] buffer = new byte[SIZE_OF_READS];
        for (Map.Entry<Collector, Pipe> feed : pipes.entrySet()) {
            Channel reading = feed.getValue().reading();
            for (int read = reading.read(buffer, 0, buffer.length); read >= 0; read = reading.read(buffer, 0, buffer.length)) {
                feed.getKey().write(buffer, 0, read);
            }
            reading.close();
        }
        pipes.clear();
    }
}
