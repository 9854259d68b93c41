package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A method of variable arity called with an array that exists. */
final class VariableArguments {

    private static final int[] NUMBERS = {1, 2, 3};

    private static int sum(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    static void run() {
        Out.println(sum(NUMBERS));
    }
}
