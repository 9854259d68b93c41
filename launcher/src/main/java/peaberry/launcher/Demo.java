package peaberry.launcher;

import java.io.IOException;
import java.util.List;

/** {@code ./peaberry demo}: what is special about the system, in some two minutes: real guests at which somebody types. */
final class Demo {

    private static final List<DemoScene> SCENES = List.of(new KilledDriverScene(), new AttackingDeviceScene(), new UntrustedProgramScene(), new SteppedKernelScene());

    private Demo() {
    }

    /** Plays all scenes. @throws Failure if one does not end as it has to */
    static int run() throws Failure, IOException, InterruptedException {
        NativeImage.build(ChosenSystem.ordinary());
        DemoStage stage = new DemoStage();
        for (DemoScene scene : SCENES) {
            stage.title(scene.title());
            scene.play(stage);
        }
        stage.say("That was it. ./peaberry run is yours.");
        return 0;
    }
}
