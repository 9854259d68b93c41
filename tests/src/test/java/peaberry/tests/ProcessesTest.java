package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that come and go: tests/src/test/systems/processes. */
class ProcessesTest {

    private static final String EXPECTED = """
            clears: DONE
            a program that there is not: NOT_FOUND
            a process of it: NOT_FOUND
            a program that there is: DONE
            an end of nobody: NOT_FOUND
            exits: DONE, number 0 EXITED 7
            has data of its own: DONE, number 0 EXITED 1
            and so has the next one: DONE, number 0 EXITED 1
            follows a null reference: DONE, number 0 FAILED 139 by PAGE_FAULT
            passes an end: DONE, number 0 FAILED 139 by JAVA_TRAP
            begins: DONE
            starts: DONE
            has ended: RUNNING
            is forgotten: RUNNING
            is ended: DONE
            is ended again: DONE
            is killed: DONE, number 0 KILLED 137
            is ended when it is forgotten: NOT_FOUND
            begins: DONE
            gives a console: DONE
            gives it under no name: NOT_GIVEN
            gives it in place of its table: NOT_GIVEN
            gives what is no endpoint: NOT_GIVEN
            gives its own table: NOT_GIVEN
            gives nothing: UNREACHABLE
            gives 30 things
            starts: DONE
            gives after the start: IN_USE
            starts again: IN_USE
            arguments: 'child' 'echo' 'one' 'two words' '', COLOUR=blue, SHAPE=, COL=none
            has told: DONE, number 0 EXITED 0
            gives nobody something: NOT_FOUND
            starts nobody: NOT_FOUND
            ends nobody: NOT_FOUND
            forgets nobody: NOT_FOUND
            hears of nobody: NOT_FOUND
            begins: DONE
            begins in its place: IN_USE
            ends it before it starts: DONE
            never ran: DONE, number 0 KILLED 137
            begins one: DONE
            begins another: DONE
            starts the other: DONE
            whoever ends first: DONE, number 1 EXITED 7
            starts the one: DONE
            who is left: DONE, number 0 EXITED 7
            who else: NOT_FOUND
            arguments that are not there: BAD_WINDOW
            arguments behind the end: BAD_WINDOW
            arguments that it may not read: BAD_WINDOW
            arguments in no window: INVALID
            too little memory for objects: INVALID
            more memory than there is: NO_ROOM
            a great many arguments: DONE
            ends it: DONE
            forgets it: DONE
            loads: DONE
            fills behind the end: BAD_WINDOW
            fills from behind the end: BAD_WINDOW
            fills: DONE
            begins nonsense: NOT_A_PROGRAM
            asks why: DONE
            not a 64-bit little-endian ELF file
            fills what came with the system: IN_USE
            drops: DONE
            drops again: DONE
            fills what is dropped: NOT_FOUND
            begins: DONE
            drops what is run: DONE
            begins of what is dropped: NOT_FOUND
            starts: DONE
            ends: DONE
            forgets: DONE
            loads a program: DONE
            begins it: DONE
            fills what was begun from: IN_USE
            starts it: DONE
            drops it: DONE
            runs: DONE, number 0 EXITED 7
            begins one with memory: DONE
            has made pages: DONE, number 0 EXITED 8
            begins: DONE
            lets it start programs: DONE
            twice: NOT_GIVEN
            starts: DONE
            has had a child: DONE, number 0 EXITED 0
            begins: DONE
            lets it start none: DONE
            starts: DONE
            had no child: DONE, number 0 EXITED 1
            begins: DONE
            lets it have little memory: DONE
            starts: DONE
            had no room for a child: DONE, number 0 EXITED 1
            begins: DONE
            starts without letting it: DONE
            could not have a child: DONE, number 0 EXITED 1
            begins a bomb: DONE
            with limits: DONE
            starts: DONE
            begins beside it: DONE
            starts: DONE
            is not hindered: DONE, number 1 EXITED 7
            ends the bomb: DONE
            is over: DONE, number 0 KILLED 137
            begins a bomb: DONE
            without limits: DONE
            starts: DONE
            clears all: DONE
            who is left: NOT_FOUND
            makes a pipe: DONE
            gives an end to nobody: NOT_FOUND
            gives an end of no pipe: NOT_FOUND
            gives it an end: DONE
            wrote: DONE, number 0 EXITED 0
            drops it: DONE
            read: DONE, number 1 EXITED 32
            the first one starts before there is anybody to read
            wrote: DONE, number 0 EXITED 0
            copied: DONE, number 1 EXITED 0
            read: DONE, number 2 EXITED 32
            opens an end: DONE
            closes the other one: DONE
            read all
            wrote to its parent: DONE, number 0 EXITED 0
            END
            closes it: DONE
            END
            DONE
            BAD_WINDOW
            heard its parent: DONE, number 0 EXITED 65
            BROKEN
            BROKEN
            read once: DONE, number 1 EXITED 0
            the other one waits for somebody else: RUNNING
            wrote until nobody read: DONE, number 0 EXITED 13
            meanwhile the other one waits: DONE, number 1 EXITED 7
            ends who waits: DONE
            has ended: DONE, number 0 KILLED 137
            wrote: DONE, number 0 EXITED 0
            read all: DONE, number 1 EXITED 32
            a pipe in place of another: DONE
            a pipe in place of another: DONE
            in the wrong direction: DONE, number 0 EXITED 102
            as many as it has numbers
            a control of the second group: DONE
            interrupts nobody
            DONE
            both go on: RUNNING
            stops the second one
            DONE
            hears of that
            STOPPED
            once: RUNNING
            stops it again
            DONE
            which is no news: RUNNING
            cannot forget it: RUNNING
            has it go on
            DONE
            stops it once more
            DONE
            hears of that
            STOPPED
            interrupts it
            DONE
            hears of that: DONE, number 1 KILLED 130
            the first one goes on: RUNNING
            begins one: DONE
            stops it before it starts
            DONE
            starts it: DONE
            which it does: DONE, number 1 EXITED 7
            begins a bomb: DONE
            interrupts all of it
            DONE
            hears of that: DONE, number 1 KILLED 130
            stops it, if it goes on still
            DONE
            has it go on
            DONE
            and end: DONE, number 1 EXITED 7
            ends the first one: DONE
            hears of that: DONE, number 0 KILLED 137
            has no number
            nobody's number: NOT_FOUND
            a signal to nobody: NOT_FOUND
            it is there: DONE
            stops it: DONE
            STOPPED
            has it go on: DONE
            which it does: RUNNING
            ends it: DONE
            ends it again: NOT_FOUND
            hears of that: DONE, number 0 KILLED 143
            the next one has the next number
            exits: DONE, number 0 EXITED 7
            ends a child's child: DONE
            which is no more: NOT_FOUND
            ends the child: DONE
            and so the other child's child: NOT_FOUND
            hears of that: DONE, number 0 KILLED 143
            NOT_PERMITTED
            it goes on: DONE
            a program of that number
            DONE
            which it is
            ends it
            DONE
            ends it again
            NOT_FOUND
            no further program
            NOT_FOUND
            hears of that: DONE, number 0 KILLED 143
            ends itself: DONE, number 0 KILLED 137
            ends who is to write
            DONE
            hears of that: DONE, number 0 KILLED 143
            reads nothing: DONE, number 1 EXITED 0
            begins one that asks for anything: DONE
            with a share of everything: DONE
            starts: DONE
            is over: DONE, number 0 EXITED 0
            it is the same server: NOT_FOUND
            there is as much room as before
            as much memory is free as before
            begins: DONE
            starts: DONE
            the server dies: DONE
            who is left: NOT_FOUND
            begins of what is not there: NOT_FOUND
            a program that there is: DONE
            exits: DONE, number 0 EXITED 7
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void programsHaveWhatTheyWereGivenAndEndAsTheyMay(Machine machine) throws IOException, InterruptedException {
        TestSystem.of("processes", folder).assertPrints(EXPECTED, machine);
    }

    /** What a program took comes back, however many there were. */
    @Test
    void tenThousandProgramsLeaveNoTrace() throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("processes", folder);
        Path declaration = system.folder().resolve("system.toml");
        Files.writeString(declaration, system.declaration().replace("argument = 100 ", "argument = 10000 "));
        system.assertPrints(EXPECTED, Machine.Q35);
    }

    /** What is typed goes to the program in front of the terminal, and Ctrl-C and Ctrl-Z mean that one. */
    @ParameterizedTest
    @EnumSource(names = {"Q35", "JVM"})
    void aTerminalIsForWhoeverWasGivenIt(Machine machine) throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("processes", folder);
        Files.writeString(system.folder().resolve("system.toml"), system.declaration().replace("argument = 100 ", "argument = 0 "));
        try (ConsoleSession session = ConsoleSession.run(machine, "--system", system.folder().toString())) {
            session.expect("copies\r\n");
            session.type("helo\blo\r");
            session.expect("helo\b \blo\r\nhello\r\n");
            session.type("\4");
            session.expect("EXITED 0\r\nloops\r\n");
            session.type("\32");
            session.expect("^Z\r\nstopped\r\n");
            session.type("\3");
            session.expect("^C\r\nKILLED 130\r\nwaits\r\n");
            session.type("half");
            session.expect("half"); // it is shown when it is read
            session.type("\3");
            session.expect("^C\r\nKILLED 130\r\ntakes one\r\n");
            session.type("A line\r");
            session.expect("A line\r\nEXITED 65\r\ntakes a key\r\n");
            session.type("\3");
            session.expect("EXITED 3\r\nhas nothing any more\r\nEXITED 0\r\n");
            assertEquals(0, session.status());
        }
    }
}
