package peaberry.kernel;

/** Budget that comes back at a time: a place in the ring that {@link Budget} keeps. */
final class Refill {

    long time;
    long amount;
    Refill next;
}
