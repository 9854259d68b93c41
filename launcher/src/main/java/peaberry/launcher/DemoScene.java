package peaberry.launcher;

import java.io.IOException;

/** A part of the demonstration. */
interface DemoScene {

    String title();

    /** Shows it. @throws Failure if what has to appear does not */
    void play(DemoStage stage) throws Failure, IOException, InterruptedException;
}
