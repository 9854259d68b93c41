package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Insertion sort and binary search in an array. */
final class Sorting {

    private static final int[] DATA = {5, -3, 99, 0, 5, Integer.MIN_VALUE, 17, Integer.MAX_VALUE, 2};

    private static int search(int wanted) {
        int low = 0;
        int high = DATA.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (DATA[middle] < wanted) {
                low = middle + 1;
            } else if (DATA[middle] > wanted) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    static void run() {
        for (int i = 1; i < DATA.length; i++) {
            int value = DATA[i];
            int j = i - 1;
            while (j >= 0 && DATA[j] > value) {
                DATA[j + 1] = DATA[j];
                j--;
            }
            DATA[j + 1] = value;
        }
        for (int each : DATA) {
            Out.println(each);
        }
        Out.println(search(17));
        Out.println(search(18));
    }
}
