package libraries;

import java.io.IOException;

/** Uses each library for what it is there for, so that what is printed can be compared. */
public final class Libraries {

    private Libraries() {
    }

    public static void main(String[] arguments) throws IOException {
        Codecs.run();
        Tables.run();
        Json.run();
        Sets.run();
        Texts.run();
        Differences.run();
        Patterns.run();
        Pages.run();
        Collected.run();
        Values.run();
    }
}
