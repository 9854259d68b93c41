package peaberry.hostfiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import peaberry.runtime.Region;
import peaberry.standin.HostMemory;

/** A host that shares a folder, in Java: what tests ask of it. It counts what it was asked for that no driver may ask. */
final class FolderModel implements Wire {

    private static final int REQUEST = 0;
    private static final int ANSWER = MAX_BYTES;
    private static final int DIRECTORY = 0040755;
    private static final int LINK = 0120777;
    private static final int FILE = 0100644;
    private static final int NOT_FOUND = 2;

    private final Region memory = new HostMemory().region("memory", 2 * MAX_BYTES);
    /** Paths from the top, without a slash before them, and what is there: a link's target, a file's text, null for a directory. */
    private final Map<String, String> contents = new TreeMap<>();
    private final Map<String, Integer> modes = new HashMap<>();
    private final Map<Integer, String> fids = new HashMap<>();
    private final Random random;
    int wayOut;

    /** @param random what answers are spoilt by, or null for a host that is honest */
    FolderModel(Random random) {
        this.random = random;
        put("", DIRECTORY, null);
    }

    private void put(String path, int mode, String content) {
        modes.put(path, mode);
        contents.put(path, content);
    }

    FolderModel directory(String path) {
        put(path, DIRECTORY, null);
        return this;
    }

    FolderModel file(String path, String text) {
        put(path, FILE, text);
        return this;
    }

    FolderModel link(String path, String target) {
        put(path, LINK, target);
        return this;
    }

    @Override
    public Region memory() {
        return memory;
    }

    @Override
    public long request() {
        return REQUEST;
    }

    @Override
    public long answer() {
        return ANSWER;
    }

    @Override
    public int exchange(int requestBytes) {
        ByteBuffer request = ByteBuffer.allocate(requestBytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < requestBytes; i++) {
            request.put((byte) memory.unsignedByte(REQUEST + i));
        }
        request.flip();
        int size = request.getInt();
        int type = request.get() & 0xFF;
        int tag = request.getShort() & 0xFFFF;
        if (size != requestBytes) {
            throw new IllegalStateException("a request that lies about its length");
        }
        ByteBuffer body = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        int error = serve(type, request, body);
        body.flip();
        byte[] answer = new byte[7 + (error == 0 ? body.limit() : 4)];
        ByteBuffer out = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(answer.length).put((byte) (error == 0 ? type + 1 : 7)).putShort((short) tag);
        if (error == 0) {
            out.put(body);
        } else {
            out.putInt(error);
        }
        int came = answer.length;
        if (random != null && random.nextInt(3) > 0) {
            for (int spoilt = 0; spoilt <= random.nextInt(4); spoilt++) {
                int at = random.nextInt(3) == 0 ? random.nextInt(answer.length) : Math.min(answer.length - 1, 7 + random.nextInt(Math.max(1, answer.length - 7)));
                answer[at] = (byte) (random.nextBoolean() ? random.nextInt() : new int[] {0, 0xFF, 0x7F, 0x80, 1}[random.nextInt(5)]);
            }
            came = random.nextInt(5) == 0 ? random.nextInt(answer.length + 1) : came;
        }
        for (int i = 0; i < answer.length; i++) {
            memory.setByte(ANSWER + i, answer[i]);
        }
        return came;
    }

    private int serve(int type, ByteBuffer in, ByteBuffer out) {
        switch (type) {
            case 100 -> {
                out.putInt(in.getInt());
                putText(out, "9P2000.L");
            }
            case 104 -> {
                fids.put(in.getInt(), "");
                out.put(new byte[13]);
            }
            case 110 -> {
                String from = fids.getOrDefault(in.getInt(), "");
                int to = in.getInt();
                int names = in.getShort();
                String name = names == 0 ? "" : takeText(in);
                String path = names == 0 ? from : from.isEmpty() ? name : from + "/" + name;
                if (name.equals("..") || name.contains("/") || LINK == modes.getOrDefault(from, 0) && names > 0) {
                    wayOut++;
                }
                if (!modes.containsKey(path)) {
                    return NOT_FOUND;
                }
                fids.put(to, path);
                out.putShort((short) names).put(new byte[13 * names]);
            }
            case 24 -> {
                String path = fids.getOrDefault(in.getInt(), "");
                out.putLong(0x7FF).put(new byte[5]).putLong(path.hashCode()).putInt(modes.get(path)).putInt(1000).putInt(1000).putLong(1).putLong(0);
                out.putLong(contents.get(path) == null ? 0 : contents.get(path).length()).putLong(4096).putLong(8);
                for (int i = 0; i < 8; i++) {
                    out.putLong(i);
                }
                out.putLong(0).putLong(0);
            }
            case 22 -> putText(out, contents.get(fids.get(in.getInt())));
            case 40 -> list(fids.getOrDefault(in.getInt(), ""), in.getLong(), out);
            case 116 -> {
                byte[] text = String.valueOf(contents.get(fids.getOrDefault(in.getInt(), ""))).getBytes(StandardCharsets.UTF_8);
                int at = (int) Math.min(in.getLong(), text.length);
                int count = Math.min(in.getInt(), text.length - at);
                out.putInt(count).put(text, at, count);
            }
            case 12 -> out.put(new byte[13]).putInt(0);
            default -> { }
        }
        return 0;
    }

    private void list(String folder, long position, ByteBuffer out) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        long at = 0;
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String name : Stream.concat(Stream.of(".", ".."), contents.keySet().stream()
                .filter(path -> !path.isEmpty() && path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0).map(path -> path.substring(prefix.length()))).toList()) {
            at++;
            if (at > position) {
                ByteBuffer entry = ByteBuffer.allocate(13 + 8 + 1 + 2 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
                entry.put(new byte[5]).putLong(name.hashCode()).putLong(at).put((byte) 0);
                putText(entry, name);
                entries.writeBytes(entry.array());
            }
        }
        out.putInt(entries.size()).put(entries.toByteArray());
    }

    private static void putText(ByteBuffer to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.putShort((short) bytes.length).put(bytes);
    }

    private static String takeText(ByteBuffer from) {
        byte[] bytes = new byte[from.getShort()];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
