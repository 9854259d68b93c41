package peaberry.people;

import java.io.IOException;
import peaberry.stream.ByteStream;
import peaberry.stream.StandardStream;

/** The terminal's streams that the process was given. Keys come one by one, so that no more of a password is anywhere than has to be. */
final class GivenScreen implements Screen {

    private final StandardStream keys = new StandardStream("stdin", "stdin" + StandardStream.FILE);
    private final StandardStream text = new StandardStream("stdout", "stdout" + StandardStream.FILE);
    private final byte[] key = new byte[1];

    @Override
    public int key() throws IOException {
        int read = keys.read(key, 0, 1);
        if (read == StandardStream.FAILED) {
            throw new IOException("the terminal cannot be read");
        }
        int value = read == StandardStream.END ? END : key[0] & 0xFF;
        key[0] = 0;
        return value;
    }

    @Override
    public void show(String shown) throws IOException {
        byte[] bytes = new byte[shown.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) shown.charAt(i);
        }
        if (bytes.length > 0 && text.write(bytes, 0, bytes.length) != ByteStream.Outcome.DONE) {
            throw new IOException("the terminal cannot be written");
        }
    }
}
