package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kernel that cannot go on says why and ends with a status of its own. */
class PanicTest {

    private static final List<String> REGISTERS =
            List.of("rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15");
    private static final String SYSTEM_CALLS = "kernel/src/main/java/peaberry/kernel/SystemCalls.java";

    /** The stack is where the guard page is, so that the exception cannot be told on it; the program has set the base of GS. */
    @Test
    void aStackOverflowIsReportedFromAStackOfItsOwn() throws IOException, InterruptedException {
        int line = SourceLine.of(SYSTEM_CALLS, "call(processor.current());");
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type("hbreak peaberry/kernel/SystemCalls.java:" + line + "\ncontinue\ndelete\n");
            session.type("set $gs_base = 0x123456789000\nset $rsp = (long) &kernel_stack_guard + 4096\n");
            session.type("continue\nquit\n");
            String output = session.output();
            assertTrue(output.contains("KERNEL PANIC: kernel stack overflow"), output);
            assertEquals(0, session.status());
        }
    }

    /** Nothing that a user does makes the kernel follow a null reference, so the debugger does: it clears all registers. */
    @Test
    void aKernelBugIsReportedWithItsJavaLine() throws IOException, InterruptedException {
        int line = SourceLine.of(SYSTEM_CALLS, "call(processor.current());");
        try (ConsoleSession session = ConsoleSession.command("debug")) {
            session.type("hbreak peaberry/kernel/SystemCalls.java:" + line + "\ncontinue\ndelete\n");
            for (String register : REGISTERS) {
                session.type("set $" + register + " = 0\n");
            }
            session.type("continue\nquit\n");
            String output = session.output();
            assertTrue(output.matches("(?s).*KERNEL PANIC: null reference.*\\n  at peaberry\\.kernel\\.\\w+\\.\\w+\\(\\w+\\.java:\\d+\\).*"), output);
            assertEquals(0, session.status());
        }
    }
}
