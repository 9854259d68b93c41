package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    private final StubIdentity processor = new StubIdentity();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0x80, 0, 0x100000", "0x100000, 0, 0x200000", "0, 4, 0x800", "0x100080, 4, 0x300800"})
    void eachProtectionThatThereIsIsTurnedOn(String ebx, String ecx, String control) {
        processor.answer(0, 7, 0, 0);
        processor.answer(7, 0, Integer.decode(ebx), Integer.decode(ecx));

        assertEquals(Long.decode(control), Features.protection(processor));
    }

    @Test
    void anOldProcessorIsNotAskedForWhatItDoesNotKnow() {
        processor.answer(0, 6, 0, 0);
        processor.answer(7, -1, -1, -1);

        assertEquals(0, Features.protection(processor));
    }
}
