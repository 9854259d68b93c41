package peaberry.sh.system;

/** Processor time in milliseconds: of a shell and of its children that have ended, in programs and in the system. */
public record ProcessorTimes(long user, long system, long childrenUser, long childrenSystem) {}
