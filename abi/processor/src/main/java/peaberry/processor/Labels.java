package peaberry.processor;

/** How labels are written. */
final class Labels {

    private Labels() {
    }

    static String literal(int label) {
        return String.format("0x%04X_%04X", label >>> 16, label & 0xFFFF);
    }
}
