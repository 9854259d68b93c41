package peaberry.launcher;

/**
 * Which losses of power {@code ./peaberry powercut} tries.
 *
 * @param images how many disks are made
 * @param seed what the guest does, and which disks are made, follow from
 */
record PowerCutOrder(int images, long seed) {

    static final PowerCutOrder DEFAULT = new PowerCutOrder(300, 1);

    PowerCutOrder of(int other) {
        return new PowerCutOrder(other, seed);
    }

    PowerCutOrder from(long other) {
        return new PowerCutOrder(images, other);
    }
}
