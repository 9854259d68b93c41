package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The driver of the disk is shot while a file is copied, and the copy is complete. */
final class KilledDriverScene implements DemoScene {

    @Override
    public String title() {
        return "The disk's driver is shot during a copy";
    }

    @Override
    public void play(DemoStage stage) throws Failure, IOException, InterruptedException {
        Path disk = Files.createDirectories(Home.BUILD.resolve("demo")).resolve("disk.img");
        Files.deleteIfExists(disk);
        try (DemoGuest guest = new DemoGuest(stage, List.of("run", "--disk", Home.FOLDER.relativize(disk).toString()))) {
            guest.await("\n" + DemoGuest.PROMPT);
            stage.say("Each driver is a process of its own, without rights but to its device.");
            stage.say("Who works here administers nothing until she asks for it, which is noted.");
            guest.enter("grant machine supervision");
            guest.enter("drivers");
            guest.enter("seq 100000 > numbers; sync");
            stage.say("Now a copy runs in the background, and its driver is ended and made anew, twice.");
            guest.enter("cp numbers copy & restart disk; restart disk; wait");
            String compared = guest.enter("cmp numbers copy && echo the same");
            if (!compared.contains("the same")) {
                throw new Failure("the copy is not complete");
            }
            guest.enter("ps | grep -e restarts -e ' disk '");
            guest.type("exit");
            guest.end();
        }
    }
}
