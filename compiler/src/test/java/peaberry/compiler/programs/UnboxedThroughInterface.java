package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Methods that take and give unboxed records are called virtually. */
final class UnboxedThroughInterface {

    @Unboxed
    private record Money(long cents) {
    }

    private interface Tariff {
        Money price(Money base, int count);
    }

    private static final class Linear implements Tariff {
        @Override
        public Money price(Money base, int count) {
            return new Money(base.cents() * count);
        }
    }

    private static final class Flat implements Tariff {
        @Override
        public Money price(Money base, int count) {
            return base;
        }
    }

    private static final Tariff[] TARIFFS = {new Linear(), new Flat()};

    static void run() {
        for (Tariff tariff : TARIFFS) {
            Out.println(tariff.price(new Money(250), 7).cents());
        }
    }
}
