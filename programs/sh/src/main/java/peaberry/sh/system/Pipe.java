package peaberry.sh.system;

/** Both ends of a pipe. Who reads sees the end when every writer has closed. */
public record Pipe(Channel reading, Channel writing) {}
