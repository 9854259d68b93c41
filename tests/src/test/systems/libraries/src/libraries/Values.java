package libraries;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;

/** Minimal-json. */
final class Values {

    private Values() {
    }

    static void run() {
        JsonObject object = Json.parse("{\"a\":[1,2.5,\"x\\n\"],\"b\":{\"c\":null}}").asObject();
        object.add("d", true);
        System.out.println(object + " " + object.get("a").asArray().get(1).asDouble());
        System.out.println(object.toString(WriterConfig.PRETTY_PRINT));
    }
}
