package peaberry.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.runtime.Text;

class OrderTest {

    private final Order order = new Order();

    private boolean parse(String line) {
        return order.parse(new Text(80).append(line));
    }

    @Test
    void aLineNamesDriverFaultsAndSeed() {
        assertTrue(parse("disk 2000 9223372036854775807"));
        assertTrue(order.driver().is("disk"));
        assertEquals(2000, order.faults());
        assertEquals(Long.MAX_VALUE, order.seed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disk", "disk 1", "disk 1 ", "disk 0 1", "disk 1 0", " 1 1", "disk  1 1", "disk 1 1 ", "disk -1 1", "disk x 1", "disk 1 9223372036854775808"})
    void anythingElseIsRefused(String line) {
        assertFalse(parse(line));
    }
}
