package peaberry.tools;

import java.io.IOException;

/** The host's files, where each is in a file system of its own. */
final class FarSystem extends TestSystem {

    FarSystem() {
        super(new HostFiles() {

            @Override
            public void rename(String path, String newPath) throws IOException {
                throw new OtherFileSystemException();
            }
        });
    }
}
