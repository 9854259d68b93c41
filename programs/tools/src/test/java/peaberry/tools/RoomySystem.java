package peaberry.tools;

/** The host's files, where it is known how much room there is: 4 MiB, of which 1 MiB and a byte are in use. */
final class RoomySystem extends TestSystem {

    private static final long MEBIBYTE = 1 << 20;

    RoomySystem() {
        super(new HostFiles() {

            @Override
            public Space space(String path) {
                return new Space("/", 4 * MEBIBYTE, 3 * MEBIBYTE - 1, 100, 75);
            }
        });
    }
}
