package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    private static final int XSAVE = 1 << 26;
    /** OSFXSR, OSXMMEXCPT and OSXSAVE. */
    private static final long VECTOR_CONTROL = 0x4_0600;

    private final StubIdentity processor = new StubIdentity();

    /** EBX and ECX of leaf 7: FSGSBASE, SMEP, SMAP; UMIP. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0x80, 0, 0x100000", "0x100000, 0, 0x200000", "0, 4, 0x800", "1, 0, 0x10000", "0x100081, 4, 0x310800",
        "0x40, 0x10, 0"})
    void whatThereIsIsTurnedOn(String ebx, String ecx, String control) {
        processor.answer(0, 0, 7, 0, 0);
        processor.answer(7, 0, 0, Integer.decode(ebx), Integer.decode(ecx));

        assertEquals(Long.decode(control), Features.control(processor));
    }

    @Test
    void anOldProcessorIsNotAskedForWhatItDoesNotKnow() {
        processor.answer(0, 0, 6, 0, 0);
        processor.answer(1, 0, 0, 0, XSAVE);
        processor.answer(7, 0, -1, -1, -1);

        assertEquals(0, Features.control(processor));
        assertEquals(0, Features.components(processor));
    }

    @Test
    void basesAreThereOnlyWithTheirBit() {
        assertTrue(Features.hasBases(0x1_0000));
        assertFalse(Features.hasBases(0x30_0800));
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 256, 576, 0", "0x4000000, 3, 0, 0, 3", "0x4000000, 7, 256, 576, 7", "0x4000000, 0xFF, 256, 576, 7",
        "0x4000000, 7, 256, 1024, 3", "0x4000000, 7, 512, 576, 3"})
    void registersAreEnabledIfTheyCanBeSaved(String ecx, String offered, int bytes, int place, int components) {
        processor.answer(0, 0, 13, 0, 0);
        processor.answer(1, 0, 0, 0, Integer.decode(ecx));
        processor.answer(13, 0, Integer.decode(offered), 0, 0);
        processor.answer(13, 2, bytes, place, 0);

        assertEquals(components, Features.components(processor));
        assertEquals(components == 0 ? 0 : VECTOR_CONTROL, Features.control(processor));
    }
}
