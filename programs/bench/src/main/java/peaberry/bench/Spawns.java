package peaberry.bench;

import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Frame;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.runtime.Window;
import peaberry.runtime.Workspace;

/** Measures what it takes to start a program, and to hear that it has ended. */
final class Spawns {

    private static final int RUNS = 100;
    private static final int IMAGE = 0;
    private static final int PROCESS = 0;
    private static final SpawnerClient SPAWNER = new SpawnerClient("spawner");
    private static final Text NAME = new Text(Spawner.MAX_NAME);

    private Spawns() {
    }

    /** Ticks, less what looking at the clock takes. @param program one that ends at once, with status 0; it has an argument @param objectBits log2 of the bytes that it makes objects from; 0 for none */
    static long ticks(String program, int objectBits) {
        Window arguments = arguments();
        require(SPAWNER.find(IMAGE, NAME.clear().append(program)));
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = Time.ticks();
            require(SPAWNER.begin(PROCESS, IMAGE, 0, objectBits, 2, 0, arguments, 0));
            require(SPAWNER.start(PROCESS));
            require(SPAWNER.await(PROCESS));
            int status = SPAWNER.awaitStatus();
            require(SPAWNER.forget(PROCESS));
            least = Math.min(least, Time.ticks() - start);
            require(status == 0 ? Spawner.Outcome.DONE : Spawner.Outcome.INVALID);
        }
        return least - Paths.clock();
    }

    /** One of a character, in a page of this program's own. */
    private static Window arguments() {
        int page = Resources.page();
        Resources.map(Frame.at(Resources.make(ObjectType.FRAME)), Resources.space(), page, Rights.READ_WRITE, Resources.DATA);
        Workspace.memory().setByte(page * UserLayout.PAGE, 'x');
        Window window = Window.at(Resources.slot());
        Resources.require(Resources.space().makeWindow(Workspace.address(page), UserLayout.PAGE, Rights.READ, Resources.table(), window.slot()));
        return window;
    }

    private static void require(Spawner.Outcome outcome) {
        if (outcome != Spawner.Outcome.DONE) {
            throw new IllegalStateException();
        }
    }
}
