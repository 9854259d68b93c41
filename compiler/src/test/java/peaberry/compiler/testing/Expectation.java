package peaberry.compiler.testing;

import java.util.List;

/**
 * What a program did on the JVM, and therefore has to do natively.
 *
 * @param output  what it printed
 * @param endings how it may end: mostly one; when a method of the JDK faulted, there or in the program that called it
 */
public record Expectation(String output, List<String> endings) {

    public boolean allows(Outcome outcome) {
        return output.equals(outcome.output()) && endings.contains(outcome.ending());
    }

    @Override
    public String toString() {
        return output + "[" + String.join(", or ", endings) + "]";
    }
}
