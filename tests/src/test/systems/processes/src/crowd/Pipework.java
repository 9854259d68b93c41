package crowd;

import peaberry.process.Spawner;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;

/** Programs with pipes between them. */
final class Pipework {

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int THIRD = 2;
    private static final int OTHER = 1;

    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final ByteStreamClient STREAM = new ByteStreamClient(Capability.NONE);

    private final SpawnerClient spawner;
    private final SharedBuffer buffer;

    Pipework(SpawnerClient spawner, SharedBuffer buffer) {
        this.spawner = spawner;
        this.buffer = buffer;
    }

    /** @param slot an empty one */
    void run(int slot) {
        say("makes a pipe", spawner.makePipe(FIRST));
        say("gives an end to nobody", spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE));
        begin(FIRST, "child|source|");
        say("gives an end of no pipe", spawner.grantPipe(FIRST, name("out"), OTHER, PipeEnd.WRITE));
        say("gives it an end", spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE));
        begin(SECOND, "child|sink|");
        spawner.grantPipe(SECOND, name("in"), FIRST, PipeEnd.READ);
        spawner.start(SECOND);
        spawner.start(FIRST);
        Parent.collect("wrote", FIRST);
        say("drops it", spawner.dropPipe(FIRST));
        Parent.collect("read", SECOND);
        three();
        own(slot);
        broken();
        killed();
        say("a pipe in place of another", spawner.makePipe(FIRST));
        say("a pipe in place of another", spawner.makePipe(FIRST));
        begin(FIRST, "child|backwards|");
        spawner.grantPipe(FIRST, name("in"), FIRST, PipeEnd.READ);
        spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE);
        spawner.start(FIRST);
        Parent.collect("in the wrong direction", FIRST);
        int pipes = 0;
        while (pipes < Spawner.PIPES && spawner.makePipe(pipes) == Spawner.Outcome.DONE) {
            pipes++;
        }
        Parent.print(pipes == Spawner.PIPES ? "as many as it has numbers" : "fewer than it has numbers");
        for (int pipe = 0; pipe < pipes; pipe++) {
            spawner.dropPipe(pipe);
        }
    }

    private void three() {
        spawner.makePipe(FIRST);
        spawner.makePipe(OTHER);
        begin(FIRST, "child|source|");
        spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE);
        begin(SECOND, "child|copy|");
        spawner.grantPipe(SECOND, name("in"), FIRST, PipeEnd.READ);
        spawner.grantPipe(SECOND, name("out"), OTHER, PipeEnd.WRITE);
        begin(THIRD, "child|sink|");
        spawner.grantPipe(THIRD, name("in"), OTHER, PipeEnd.READ);
        spawner.dropPipe(FIRST);
        spawner.dropPipe(OTHER);
        spawner.start(FIRST);
        Parent.print("the first one starts before there is anybody to read");
        spawner.start(SECOND);
        spawner.start(THIRD);
        Parent.collect("wrote", FIRST);
        Parent.collect("copied", SECOND);
        Parent.collect("read", THIRD);
    }

    /** The parent at one end. */
    private void own(int slot) {
        spawner.makePipe(FIRST);
        begin(FIRST, "child|source|");
        spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE);
        say("opens an end", spawner.openPipe(FIRST, PipeEnd.READ, Capability.at(slot)));
        STREAM.connect(Capability.at(slot));
        say("closes the other one", spawner.closePipe(FIRST, PipeEnd.WRITE));
        spawner.start(FIRST);
        int bytes = 0;
        ByteStream.Outcome outcome = STREAM.read(ByteStream.MAX_BYTES, buffer.writable(), 0);
        while (outcome == ByteStream.Outcome.DONE) {
            bytes += STREAM.readResult();
            outcome = STREAM.read(ByteStream.MAX_BYTES, buffer.writable(), 0);
        }
        Parent.print(bytes == Plumbing.BYTES && outcome == ByteStream.Outcome.END ? "read all" : "did not read all");
        Parent.collect("wrote to its parent", FIRST);
        Parent.print(STREAM.read(1, buffer.writable(), 0).name());
        say("closes it", spawner.closePipe(FIRST, PipeEnd.READ));
        Parent.print(STREAM.read(1, buffer.writable(), 0).name());
        Parent.empty(slot);
        spawner.makePipe(FIRST);
        begin(FIRST, "child|once|");
        spawner.grantPipe(FIRST, name("in"), FIRST, PipeEnd.READ);
        spawner.openPipe(FIRST, PipeEnd.WRITE, Capability.at(slot));
        buffer.memory().setByte(0, 'A');
        Parent.print(STREAM.write(1, buffer.readable(), 0).name());
        Parent.print(STREAM.write(1, buffer.writable(), 0).name());
        spawner.closePipe(FIRST, PipeEnd.READ);
        spawner.start(FIRST);
        Parent.collect("heard its parent", FIRST);
        Parent.print(STREAM.write(1, buffer.readable(), 0).name());
        spawner.dropPipe(FIRST);
        Parent.print(STREAM.write(1, buffer.readable(), 0).name());
        Parent.empty(slot);
    }

    /** Nobody reads any more. */
    private void broken() {
        spawner.makePipe(FIRST);
        begin(FIRST, "child|endless|");
        spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE);
        begin(SECOND, "child|once|");
        spawner.grantPipe(SECOND, name("in"), FIRST, PipeEnd.READ);
        spawner.start(FIRST);
        spawner.start(SECOND);
        Parent.collect("read once", SECOND);
        Parent.say("the other one waits for somebody else", spawner.poll(FIRST));
        spawner.dropPipe(FIRST);
        Parent.collect("wrote until nobody read", FIRST);
    }

    /** Somebody is ended while it waits: nothing that comes then goes to it. */
    private void killed() {
        spawner.makePipe(FIRST);
        begin(FIRST, "child|once|");
        spawner.grantPipe(FIRST, name("in"), FIRST, PipeEnd.READ);
        spawner.start(FIRST);
        begin(SECOND, "child|exit|");
        spawner.start(SECOND);
        Parent.collect("meanwhile the other one waits", SECOND);
        begin(SECOND, "child|sink|");
        spawner.grantPipe(SECOND, name("in"), FIRST, PipeEnd.READ);
        say("ends who waits", spawner.end(FIRST));
        Parent.collect("has ended", FIRST);
        begin(FIRST, "child|source|");
        spawner.grantPipe(FIRST, name("out"), FIRST, PipeEnd.WRITE);
        spawner.dropPipe(FIRST);
        spawner.start(FIRST);
        spawner.start(SECOND);
        Parent.collect("wrote", FIRST);
        Parent.collect("read all", SECOND);
    }

    private void begin(int number, String arguments) {
        Parent.begin(number, arguments, Spawner.LEAST_OBJECT_BITS);
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }

    private static void say(String what, Spawner.Outcome outcome) {
        Parent.say(what, outcome);
    }
}
