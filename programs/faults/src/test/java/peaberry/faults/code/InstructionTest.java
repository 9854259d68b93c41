package peaberry.faults.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionTest {

    private final Instruction instruction = new Instruction();

    /** The instruction, with others behind it: only its own bytes count. */
    private boolean decode(String code) {
        return instruction.decode(Hex.bytes(code + "9090909090909090909090909090"), 0, Hex.bytes(code).length + 14);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "55, push rbp", "4157, push r15", "c3, ret", "c20800, ret 8", "98, cwde", "4899, cqo",
        "4889ef, 'mov rdi, rbp'", "890565200000, 'mov [rip + 0x2065], eax'", "48c7058d2b0000f9030000, 'mov qword [rip + 0x2b8d], 0x3f9'",
        "bf50014000, 'mov edi, 0x400150'", "48b88877665544332211, 'mov rax, 0x1122334455667788'", "66b83412, 'mov ax, 0x1234'",
        "c60701, 'mov byte [rdi], 1'", "66c7073412, 'mov word [rdi], 0x1234'", "8b4708, 'mov eax, [rdi + 8]'",
        "488b04c8, 'mov rax, [rax + 8 * rcx]'", "8b04cd00104000, 'mov eax, [8 * rcx + 0x401000]'", "8b8424f0000000, 'mov eax, [rsp + 0xf0]'",
        "4d8b6d00, 'mov r13, [r13 + 0]'", "458b2424, 'mov r12d, [r12]'", "0fb60437, 'movzx eax, byte [rdi + rsi]'", "4863c8, 'movsxd rcx, eax'",
        "488d4c3801, 'lea rcx, [rax + rdi + 1]'", "83f80a, 'cmp eax, 10'", "3d00100000, 'cmp eax, 0x1000'", "3c0a, 'cmp al, 10'",
        "66813f3412, 'cmp word [rdi], 0x1234'", "4881ff00004000, 'cmp rdi, 0x400000'", "f6470801, 'test byte [rdi + 8], 1'",
        "f7c700010000, 'test edi, 0x100'", "f7d8, neg eax", "48f7f9, idiv rcx", "6bc00a, 'imul eax, eax, 10'", "69c0e8030000, 'imul eax, eax, 1000'",
        "0fafc1, 'imul eax, ecx'", "7405, je", "0f8400010000, je far", "eb10, jmp", "e900010000, jmp far", "e80b000000, call", "ffe0, jmp rax",
        "ff24c500104000, 'jmp [8 * rax + 0x401000]'", "0f95c0, setne al", "480f44c1, 'cmove rax, rcx'", "c1e004, 'shl eax, 4'", "d1f8, sar eax",
        "d3e0, 'shl eax, cl'", "0fbae803, 'bts eax, 3'", "0fa3c8, 'bt eax, ecx'", "f30fbcc1, 'tzcnt eax, ecx'", "0fc8, bswap eax",
        "480facd004, 'shrd rax, rdx, 4'", "f2480f38f10e, 'crc32 rcx, qword [rsi]'", "f2480f38f14618, 'crc32 rax, qword [rsi + 24]'", "f20f38f0c1, 'crc32 eax, cl'", "0f05, syscall", "0f31, rdtsc", "f348ab, rep stosq", "67410fb98000100000, ud1",
        "666666666666 2e0f1f840000000000, nop of 15 bytes", "0f1f4000, nop", "cc, int3"})
    void everyByteOfAnInstructionIsCounted(String code, String meaning) {
        assertTrue(decode(code), meaning);
        assertEquals(Hex.bytes(code).length, instruction.length(), meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"06", "62", "9a00", "ea", "f4", "0f0000", "0f38f107", "f20f3800c0", "0fff", "c708", "fec8c8fe38", "ff38", "d9c0", "f00fc107", "0f10c1", "c5f877"})
    void whatTheCompilerDoesNotEmitIsNotDecodable(String code) {
        boolean whole = decode(code);
        assertTrue(!whole || instruction.length() < Hex.bytes(code).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48", "0f", "8b", "8b04", "8b8424f000", "bf500140", "48b888776655443322", "e80b00", "0f84", "f20f38", "66"})
    void anInstructionThatTheCodeEndsInIsNotDecodable(String code) {
        byte[] bytes = Hex.bytes(code);
        assertFalse(instruction.decode(bytes, 0, bytes.length));
    }

    @Test
    void anInstructionOfMoreThan15BytesIsNotDecodable() {
        assertFalse(decode("66".repeat(15) + "90"));
    }

    @ParameterizedTest
    @CsvSource({"4889ef, 7", "89ca, 2", "458b2424, 12", "5d, 5", "415c, 12", "4d8b6d00, 13", "49c7c001000000, 8", "0f95c0, 0", "83f80a, -1", "50, -1",
        "48893b, -1", "0f05, -1", "31c0, 0", "4501d0, 8"})
    void theRegisterThatIsWrittenIsKnown(String code, int register) {
        decode(code);
        assertEquals(register, instruction.destination());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7405", "0f8400010000"})
    void aConditionalJumpIsTold(String code) {
        decode(code);
        assertTrue(instruction.isConditionalJump());
        assertTrue(instruction.isTransfer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eb10", "e900010000", "e80b000000", "c3", "ffe0", "ffd0"})
    void whatGoesElsewhereIsTold(String code) {
        decode(code);
        assertTrue(instruction.isTransfer());
        assertFalse(instruction.isConditionalJump());
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "cc", "0f1f4000", "67410fb98000100000", "0f0b"})
    void paddingAndFailedChecksAreIdle(String code) {
        assertTrue(decode(code));
        assertTrue(instruction.isIdle());
    }
}
