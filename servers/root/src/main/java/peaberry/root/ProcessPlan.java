package peaberry.root;

/**
 * How a process is to be. Made at build time only.
 *
 * @param name       what people call it, at most 24 characters
 * @param program    its entry in the boot archive
 * @param lineTable  the program's line table, another entry
 * @param argument   handed to the program's {@code main}
 * @param priority   0 to 255; root is above all
 * @param memoryBits log2 of the bytes that everything about it is made from
 * @param tableBits  log2 of the slots that it has
 * @param policy     what happens when it ends
 */
record ProcessPlan(String name, String program, String lineTable, long argument, int priority, int memoryBits,
        int tableBits, Policy policy, Grant[] grants) {

    enum Policy {
        /** It is made anew, unless it fails again and again. */
        RESTART,
        /** There is nothing to do without it: the machine is switched off. */
        POWER_OFF
    }
}
