package peaberry.tests;

/** The console on the JVM. */
class HostedConsoleTest extends ConsoleContract {

    HostedConsoleTest() {
        super(Machine.JVM);
    }
}
