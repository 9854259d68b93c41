package managed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/** Time, random numbers, threads, and what is typed. */
public final class Surroundings {

    private static final long OF_2024 = 1_704_067_200_000L;

    private Surroundings() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("after 2024: " + (System.currentTimeMillis() > OF_2024));
        long before = System.nanoTime();
        Thread sleeper = new Thread(() -> System.out.println("another thread"));
        sleeper.start();
        Thread.sleep(20);
        sleeper.join();
        System.out.println("slept: " + (System.nanoTime() - before >= 20_000_000));
        byte[] first = new byte[100];
        new SecureRandom().nextBytes(first);
        int zeros = 0;
        for (byte each : first) {
            zeros += each == 0 ? 1 : 0;
        }
        System.out.println("few zeros: " + (zeros < 20) + ", different: " + (new SecureRandom().nextLong() != new SecureRandom().nextLong()));
        UUID uuid = UUID.randomUUID();
        System.out.println("UUID of version " + uuid.version() + ", variant " + uuid.variant() + ", length " + uuid.toString().length());
        double number = Math.random();
        System.out.println("below one: " + (number >= 0 && number < 1) + ", not twice: " + (number != Math.random()));
        Random seeded = new Random(42);
        System.out.println(seeded.nextInt() + " " + seeded.nextInt(100) + " " + seeded.nextLong() + " " + seeded.nextDouble() + " " + seeded.nextBoolean()
                + " " + seeded.nextGaussian() + " " + seeded.nextInt(1 << 20));
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("read: " + typed.readLine());
        System.out.println("then: " + typed.readLine());
        System.out.println("end: " + typed.readLine());
    }
}
