package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A call runs the method of the object's class, three levels deep. */
final class VirtualDispatch {

    private static class Animal {
        int legs() {
            return 4;
        }

        int twice() {
            return 2 * legs();
        }
    }

    private static class Bird extends Animal {
        @Override
        int legs() {
            return 2;
        }
    }

    private static final class Penguin extends Bird {
        @Override
        int twice() {
            return 100 + super.twice();
        }
    }

    private static final Animal[] ANIMALS = {new Animal(), new Bird(), new Penguin()};

    static void run() {
        for (Animal animal : ANIMALS) {
            Out.println(animal.legs());
            Out.println(animal.twice());
        }
    }
}
