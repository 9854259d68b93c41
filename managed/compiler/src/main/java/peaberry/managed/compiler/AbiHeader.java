package peaberry.managed.compiler;

import java.lang.reflect.Field;
import peaberry.abi.GrantKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramSlots;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.UserLayout;
import peaberry.console.ConsoleClient;

/** The numbers that kernel and programs share, for C: {@code abi.h}. */
final class AbiHeader {

    private AbiHeader() {
    }

    static String text() {
        StringBuilder text = new StringBuilder("/* Made by peaberry.managed.compiler of peaberry.abi. */\n#pragma once\n");
        add(text, "INVOKE_", Invocation.values());
        add(text, "ERROR_", KernelError.values());
        add(text, "OBJECT_", ObjectType.values());
        add(text, "GRANT_", GrantKind.values());
        add(text, "SYSTEM_CALL_CALL", SystemCallNumber.CALL);
        add(text, "SYSTEM_CALL_WAIT", SystemCallNumber.WAIT);
        add(text, "FIRST_NAMED_SLOT", ProgramSlots.FIRST_NAMED);
        add(text, "LAYOUT_STACK_BOTTOM", UserLayout.STACK_BOTTOM);
        add(text, "LAYOUT_START_PAGE", UserLayout.START_PAGE);
        add(text, "LAYOUT_TICKS_PER_MICROSECOND", UserLayout.TICKS_PER_MICROSECOND);
        add(text, "LAYOUT_LOWEST_STACK", UserLayout.LOWEST_STACK);
        add(text, "LAYOUT_MANAGED", UserLayout.MANAGED);
        add(text, "LAYOUT_MANAGED_MARKS", UserLayout.MANAGED_MARKS);
        add(text, "LAYOUT_MANAGED_HEAP", UserLayout.MANAGED_HEAP);
        add(text, "CONSOLE_WRITE", label(ConsoleClient.class, "WRITE"));
        return text.toString();
    }

    /** The number of an interface's method, which only the client that was made of it knows. */
    private static long label(Class<?> client, String method) {
        try {
            Field label = client.getDeclaredField(method);
            label.setAccessible(true);
            return Integer.toUnsignedLong(label.getInt(null));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(client + " has no method " + method, missing);
        }
    }

    private static void add(StringBuilder text, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            add(text, prefix + value.name(), value.ordinal());
        }
    }

    private static void add(StringBuilder text, String name, long value) {
        text.append("#define ").append(name).append(" 0x").append(Long.toHexString(value)).append('\n');
    }
}
