package peaberry.runtime;

import peaberry.machine.Unboxed;

/**
 * A caller who waits for a server's answer.
 *
 * @param number from 0, below the number of reply objects that the server has
 */
@Unboxed
public record Caller(int number) {
}
