package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ordinary system's two consoles, the serial port and a PC's keyboard and screen, each with a session of its own. */
class SecondConsoleTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;
    private PcScreen screen;

    private ConsoleSession run(String... options) throws IOException {
        screen = new PcScreen(folder);
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        arguments.addAll(screen.options("std"));
        return ConsoleSession.command(arguments.toArray(String[]::new));
    }

    private void shows(String end) throws IOException {
        screen.await(text -> text.endsWith(end), end);
    }

    @Test
    void peopleLogInAtBothAtOnce() throws IOException, InterruptedException {
        try (ConsoleSession serial = run("--login")) {
            serial.expect("name: ");
            shows("\nPress Enter to begin.");
            screen.press("ret");
            shows("\nname:");
            serial.type("ann" + ConsoleSession.ENTER);
            serial.expect("new password: ");
            serial.type(PASSWORD + ConsoleSession.ENTER);
            serial.expect("once more: ");
            serial.type(PASSWORD + ConsoleSession.ENTER);
            serial.expect("$ ");
            screen.type("bob");
            shows("\nnew password:");
            screen.type("long enough");
            shows("\nonce more:");
            screen.type("long enough");
            shows("\nSomebody made the first account meanwhile, at another console.\nlogin:");
            screen.type("ann");
            shows("\npassword:");
            screen.type("wrong");
            shows("\nThe name or the password is wrong. The next attempt can be made in 1 s.\nlogin:");
            screen.type("ann");
            shows("\npassword:");
            screen.type(PASSWORD);
            shows("\npassword:\n$");
            screen.type("pwd");
            shows("\n$ pwd\n/home/ann\n$");
            screen.type("exit");
            shows("\n$ exit\nlogin:");
            screen.press("ctrl-d");
            shows("\nPress Enter to begin.");
            assertFalse(screen.text().contains("horse") || screen.text().contains("long"), screen.text());
            serial.enter("exit", Pattern.compile("login: "));
            serial.type("\4");
            assertEquals(0, serial.status(), serial.errors());
        }
    }

    @Test
    void theEndOfADevelopersSessionAtTheScreenIsNotThatOfTheMachine() throws IOException, InterruptedException {
        try (ConsoleSession serial = run()) {
            serial.expect("$ ");
            shows("\nPress Enter to begin.");
            screen.press("ret");
            shows("\n$");
            screen.type("exit 7");
            shows("\nPress Enter to begin.");
            assertEquals("2\r\n", serial.enter("echo $((1 + 1))", PROMPT));
            serial.type("exit 3" + ConsoleSession.ENTER);
            assertEquals(3, serial.status());
        }
    }
}
