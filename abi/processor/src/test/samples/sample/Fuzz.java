package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import peaberry.abi.CapabilityType;
import peaberry.abi.Tag;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.Loopback;
import peaberry.runtime.Ports;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import sample.EveryKind.Colour;
import sample.EveryKind.Outcome;
import sample.EveryKind.Sector;

/** Messages that nobody's client sends, and answers that no server may give. */
public final class Fuzz {

    private static final int MESSAGES = 100_000;
    private static final int ANSWERS = 5_000;

    private final Random random;
    private final Mirror mirror = new Mirror();
    private final EveryKindClient client = new EveryKindClient(Capability.at(1));
    private final Loopback loopback;
    private final List<Integer> labels = new ArrayList<>();

    private Fuzz(long seed) throws IllegalAccessException {
        random = new Random(seed);
        loopback = Loopback.to(mirror, seed, mirror::answerLater);
        loopback.bring(1, CapabilityType.FRAME);
        loopback.bring(2, CapabilityType.IO_PORT);
        for (Field field : EveryKindServer.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                field.setAccessible(true);
                labels.add(field.getInt(null));
            }
        }
    }

    /** Whatever comes, the server's code sees only what the interface allows, and nothing is thrown. */
    public static void requests(long seed) throws IllegalAccessException {
        Fuzz fuzz = new Fuzz(seed);
        int reached = 0;
        for (int i = 0; i < MESSAGES; i++) {
            fuzz.loopback.forgetClients();
            fuzz.call(fuzz.random.nextInt(fuzz.labels.size()));
            int before = fuzz.mirror.reached();
            if (fuzz.chance(2)) {
                fuzz.sendRubbish();
            } else {
                fuzz.sendAlmostRight(fuzz.loopback.requested(), fuzz.loopback.requestedWords());
            }
            reached += fuzz.mirror.reached() - before;
        }
        assertTrue(reached > MESSAGES / 10, "some are as they should be: " + reached);
        assertTrue(reached < MESSAGES / 2, "most are not: " + reached);
    }

    /** One word or capability more or less than there should be is too many or too few. */
    public static void lengths(long seed) throws IllegalAccessException {
        Fuzz fuzz = new Fuzz(seed);
        for (int method = 0; method < fuzz.labels.size(); method++) {
            fuzz.loopback.forgetClients();
            fuzz.call(method);
            Tag right = fuzz.loopback.requested();
            long[] words = fuzz.loopback.requestedWords();
            fuzz.requireInvalid(right.withLength(right.length() + 1), words);
            if (right.length() > 0) {
                fuzz.requireInvalid(right.withLength(right.length() - 1), words);
            }
            for (int capabilities = 0; capabilities <= Tag.MAX_CAPABILITIES; capabilities++) {
                if (capabilities != right.capabilities()) {
                    fuzz.requireInvalid(right.withCapabilities(capabilities), words);
                }
            }
        }
    }

    private void requireInvalid(Tag tag, long[] words) {
        int before = mirror.reached();
        assertEquals(Outcome.INVALID.ordinal(), loopback.send(Badges.of(1, 0), tag, words).label());
        assertEquals(before, mirror.reached());
    }

    private void sendRubbish() {
        long badge = chance(20) ? random.nextLong() & ~(Badges.SIGNAL | Badges.FAULT) : Badges.of(1 + random.nextInt(0xFFFF), 0);
        loopback.send(badge, tag(label()), words());
    }

    private void sendAlmostRight(Tag tag, long[] words) {
        Tag changed = switch (random.nextInt(6)) {
            case 0 -> tag.withLength(Math.clamp(tag.length() + random.nextInt(-1, 2), 0, Tag.MAX_LENGTH));
            case 1 -> tag.withCapabilities(random.nextInt(Tag.MAX_CAPABILITIES + 1));
            default -> tag;
        };
        long[] others = words();
        for (int left = random.nextInt(3); left > 0; left--) {
            int word = random.nextInt(Math.max(1, tag.length()));
            words[word] = others[word];
        }
        loopback.send(Badges.of(1, 0), changed, words);
    }

    /** Whatever is answered, what the client believes is what the interface allows, and nothing is thrown. */
    public static void answers(long seed) throws IllegalAccessException {
        Fuzz fuzz = new Fuzz(seed);
        int believed = 0;
        for (int i = 0; i < ANSWERS; i++) {
            for (int method = 0; method < fuzz.labels.size(); method++) {
                fuzz.loopback.answer(fuzz.tag(fuzz.chance(3) ? fuzz.random.nextInt() : fuzz.random.nextInt(6)), fuzz.words());
                fuzz.loopback.forgetClients();
                Outcome outcome = fuzz.call(method);
                assertTrue(outcome != Outcome.SERVER_RESTARTED && outcome != Outcome.UNREACHABLE, "only the kernel says that");
                believed += outcome == Outcome.DONE ? 1 : 0;
            }
        }
        assertTrue(believed > ANSWERS / 50, "some are as they should be: " + believed);
    }

    private Outcome call(int method) {
        Outcome outcome = switch (method) {
            case 0 -> client.numbers((byte) 1, (short) 2, 'c', 4, 5, true);
            case 1 -> client.bounded(1, 1, (byte) 1);
            case 2 -> client.colour(Colour.RED);
            case 3 -> client.sector(new Sector(1));
            case 4 -> client.swap(1, Colour.RED, 2, Colour.RED);
            case 5 -> client.reverse(new byte[10], 10);
            case 6 -> client.letters(new Text(1), 0, new byte[1], 1, new Text(1));
            case 7 -> client.window(Window.at(5), 0, Capability.at(6), Capability.at(7));
            case 8 -> client.described(new byte[1], 1, Capability.at(5), Frame.at(6), 1, Ports.at(7));
            case 9 -> client.holdBack(Window.at(5));
            case 10 -> client.later(1);
            case 11 -> client.nothing();
            default -> client.refusedIfOdd(2);
        };
        assertTrue(client.boundedSmall() >= -3 && client.boundedSmall() <= 9 && client.boundedLarge() >= 0 && client.boundedTiny() >= 1 && client.boundedTiny() <= 2);
        assertTrue(client.colourResult() != null && client.sectorResult().number() >= 0 && client.sectorResult().number() <= 1000);
        assertTrue(client.swapLeftX() >= 0 && client.swapLeftX() <= 10 && client.swapRightColour() != null);
        assertTrue(client.reverseResultCount() >= 0 && client.reverseResultCount() <= 100);
        assertTrue(client.lettersFirst().length() <= 20 && client.lettersSecondCount() <= 13 && client.lettersThird().length() <= 300);
        assertTrue(client.refusedIfOddResult() >= 0 && client.refusedIfOddResult() <= 255);
        return outcome;
    }

    private int label() {
        int label = labels.get(random.nextInt(labels.size()));
        return chance(10) ? random.nextInt() : chance(10) ? label ^ 1 << random.nextInt(32) : label;
    }

    private Tag tag(int label) {
        int length = chance(2) ? random.nextInt(8) : random.nextInt(Tag.MAX_LENGTH + 1);
        return Tag.of(label, length).withCapabilities(chance(4) ? random.nextInt(Tag.MAX_CAPABILITIES + 1) : 0);
    }

    private long[] words() {
        long[] words = new long[Tag.MAX_LENGTH];
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (random.nextInt(8)) {
                case 0 -> random.nextLong();
                case 1 -> -random.nextInt(5);
                case 2 -> (1L << random.nextInt(64)) - random.nextInt(2);
                case 3 -> random.nextInt(20);
                default -> random.nextInt(3);
            };
        }
        return words;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
