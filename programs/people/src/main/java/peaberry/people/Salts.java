package peaberry.people;

import java.io.IOException;

/** Where salts come from. */
@FunctionalInterface
interface Salts {

    /** {@link PasswordHash#SALT_BYTES} that nobody can guess. @throws IOException if there is nothing that gives such */
    byte[] next() throws IOException;
}
