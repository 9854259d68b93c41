package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch inside a switch inside a loop, with labelled exits. */
final class NestedSwitches {

    static void run() {
        outer:
        for (int i = 0; i < 5; i++) {
            switch (i) {
                case 0:
                case 2:
                    switch (i + 1) {
                        case 1:
                            continue outer;
                        case 3:
                            break;
                    }
                    Out.println("inner left");
                    break;
                case 4:
                    break outer;
                default:
                    Out.println(i);
            }
            Out.println("switch left");
        }
        Out.println("done");
    }
}
