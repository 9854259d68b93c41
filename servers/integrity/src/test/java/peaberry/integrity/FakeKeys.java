package peaberry.integrity;

import peaberry.block.BlockDevice.Outcome;

/** Keys in the hands of a test, each another. */
final class FakeKeys extends KeySource {

    Outcome outcome = Outcome.DONE;
    private long drawn;

    @Override
    Outcome draw() {
        drawn++;
        return outcome;
    }

    @Override
    long first() {
        return drawn;
    }

    @Override
    long second() {
        return -drawn;
    }
}
