package peaberry.machine.x86_64;

/** The Java body of what only the PC can do. The hosted machine has arch classes of its own and never comes here. */
final class NativeOnly {

    private NativeOnly() {
    }

    static UnsupportedOperationException refuse() {
        return new UnsupportedOperationException("only the native x86-64 kernel can do this, not a JVM");
    }
}
