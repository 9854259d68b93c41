package peaberry.launcher;

import java.io.IOException;
import java.util.List;

/** A program is started with one file, tries another, is refused, and the person is told why. */
final class UntrustedProgramScene implements DemoScene {

    @Override
    public String title() {
        return "A program that is not trusted";
    }

    @Override
    public void play(DemoStage stage) throws Failure, IOException, InterruptedException {
        try (DemoGuest guest = new DemoGuest(stage, List.of("run"))) {
            guest.await("\n" + DemoGuest.PROMPT);
            guest.enter("echo for everybody > notes.txt; echo for nobody > secret.txt");
            stage.say("A program has what it is given, not what the person has who starts it: here, one file to read.");
            guest.enter("run --allow read:notes.txt cat notes.txt");
            String refused = guest.enter("run --allow read:notes.txt cat notes.txt secret.txt");
            if (refused.contains("for nobody")) {
                throw new Failure("the program read what it was not given");
            }
            stage.say("It was told no, and why:");
            guest.enter("why");
            guest.type("exit");
            guest.end();
        }
    }
}
