package peaberry.faults;

import peaberry.ethernet.MacAddress;
import peaberry.runtime.SharedBuffer;

/**
 * A question for the address of QEMU's host on the network, and the one answer to it (RFC 826). Who asks is a station with a number that follows from that of the
 * question.
 */
final class AddressQuestion {

    /** Bytes of the question, which is at the start of the buffer. */
    static final int BYTES = 42;
    /** Where the answer goes, from there. */
    static final int ANSWER = 2048;

    private static final int TARGET = 0;
    private static final int SOURCE = 6;
    private static final int TYPE = 12;
    private static final int OPERATION = 20;
    private static final int SENDER = 22;
    private static final int SENDER_STATION = 28;
    private static final int ASKED = 32;
    private static final int ASKED_STATION = 38;

    private static final int TYPE_ARP = 0x0806;
    /** Ethernet, IPv4, and the bytes of their addresses. */
    private static final long KINDS = 0x0001_0800_0604L;
    private static final int KIND_BYTES = 6;
    private static final int QUESTION = 1;
    private static final int REPLY = 2;
    private static final int STATION_BYTES = 4;

    /** 10.0.2.2, as QEMU's network for its users has it, and the address that it has there. */
    private static final int HOST = 0x0A00_0202;
    private static final MacAddress HOST_ADDRESS = new MacAddress(0x5255_0A00_0202L);
    /** 10.0.2.16 and on. */
    private static final int FIRST_STATION = 0x0A00_0210;
    private static final int STATIONS = 200;

    private final SharedBuffer buffer;
    private MacAddress own = MacAddress.BROADCAST;

    AddressQuestion(SharedBuffer buffer) {
        this.buffer = buffer;
    }

    /** @param address of the station that asks */
    void ask(MacAddress address) {
        own = address;
    }

    /** Writes the question of that number, and clears the place of the answer. */
    void write(int number) {
        putAddress(TARGET, MacAddress.BROADCAST);
        putAddress(SOURCE, own);
        put(TYPE, TYPE_ARP, Short.BYTES);
        put(TYPE + Short.BYTES, KINDS, KIND_BYTES);
        put(OPERATION, QUESTION, Short.BYTES);
        putAddress(SENDER, own);
        put(SENDER_STATION, station(number), STATION_BYTES);
        put(ASKED, 0, MacAddress.BYTES);
        put(ASKED_STATION, HOST, STATION_BYTES);
        put(ANSWER, 0, BYTES);
    }

    /** Whether the frame that came is the answer to the question of that number. @param bytes of the frame */
    boolean isAnswered(int number, int bytes) {
        return bytes >= BYTES && isReply() && get(ASKED_STATION, STATION_BYTES) == station(number);
    }

    /** Whether it is changed: neither a frame of another protocol, nor a question, nor an answer to a question before that of this number. */
    boolean isSpoilt(int number) {
        boolean ofOthers = get(TYPE, Short.BYTES) != TYPE_ARP || get(OPERATION, Short.BYTES) == QUESTION;
        long age = station(number) - get(ASKED_STATION, STATION_BYTES);
        return !ofOthers && !(isReply() && Math.floorMod(age, (long) STATIONS) != 0 && Math.abs(age) < STATIONS);
    }

    /** Whether it is an answer at all: then to a question before, which was answered already, or given up. */
    boolean isAnswerToEarlier() {
        return isReply();
    }

    private boolean isReply() {
        return isAddress(TARGET, own) && get(TYPE, Short.BYTES) == TYPE_ARP && get(TYPE + Short.BYTES, KIND_BYTES) == KINDS
                && get(OPERATION, Short.BYTES) == REPLY && isAddress(SENDER, HOST_ADDRESS) && get(SENDER_STATION, STATION_BYTES) == HOST
                && isAddress(ASKED, own);
    }

    private static long station(int number) {
        return FIRST_STATION + number % STATIONS;
    }

    private boolean isAddress(int offset, MacAddress address) {
        return get(offset, MacAddress.BYTES) == address.bits();
    }

    private void putAddress(int offset, MacAddress address) {
        put(offset, address.bits(), MacAddress.BYTES);
    }

    /** As networks do: the highest byte first. */
    private void put(int offset, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            int shift = Byte.SIZE * (bytes - 1 - i);
            buffer.memory().setByte(offset + i, shift < Long.SIZE ? (int) (value >>> shift) & 0xFF : 0);
        }
    }

    private long get(int offset, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << Byte.SIZE | buffer.memory().unsignedByte(ANSWER + offset + i);
        }
        return value;
    }
}
