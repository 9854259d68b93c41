package libraries;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;

/** Gson's streams. */
final class Json {

    private Json() {
    }

    static void run() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent("  ");
            writer.beginObject().name("a").value(1).name("b").beginArray().value("x\"y").value(2.5).nullValue().value(true).endArray().endObject();
        }
        System.out.println(text);
        try (JsonReader reader = new JsonReader(new StringReader(text.toString()))) {
            reader.beginObject();
            while (reader.hasNext()) {
                System.out.println(reader.nextName() + " " + reader.peek());
                reader.skipValue();
            }
            reader.endObject();
        }
    }
}
