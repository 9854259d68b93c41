package peaberry.people;

import java.io.IOException;
import java.util.List;
import peaberry.people.Dialogue.NoAnswer;

/** {@code passwd}: changes one's own password. It has the folder where the hash of that is as {@code password}, and nothing else of any account. */
final class Passwd {

    private Passwd() {
    }

    /** @return the exit status */
    static int run(List<String> arguments) {
        return Command.run("passwd", dialogue -> {
            if (!arguments.isEmpty()) {
                throw new IOException("usage: passwd");
            }
            change(new Password(new GivenFolder(Names.PASSWORD), ""), dialogue, new EntropySalts());
        });
    }

    static void change(Password password, Dialogue dialogue, Salts salts) throws IOException, NoAnswer {
        byte[] salt = salts.next();
        try (Secret old = dialogue.askSecret("old password: ")) {
            if (!password.hash().isOf(old)) {
                throw new IOException("the password is wrong");
            }
        }
        try (Secret fresh = dialogue.askNewPassword()) {
            password.replace(PasswordHash.of(fresh, salt));
        }
    }
}
