package peaberry.tests;

/** The console under QEMU. */
class EmulatedConsoleTest extends ConsoleContract {

    EmulatedConsoleTest() {
        super(Machine.Q35);
    }
}
