package libraries;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import org.roaringbitmap.RoaringBitmap;

/** RoaringBitmap, and HPPC. */
final class Sets {

    private Sets() {
    }

    static void run() {
        RoaringBitmap few = RoaringBitmap.bitmapOf(1, 2, 3, 1000, 100_000);
        RoaringBitmap many = new RoaringBitmap();
        many.add(2L, 5000L);
        System.out.println(RoaringBitmap.and(few, many) + " " + RoaringBitmap.or(few, many).getCardinality() + " " + few.rank(1000) + " " + few.select(3));
        many.runOptimize();
        System.out.println(many.getSizeInBytes() + " " + many.contains(4999) + " " + many.contains(5000));
        IntIntHashMap map = new IntIntHashMap();
        for (int i = 0; i < 1000; i++) {
            map.put(i * 7, i);
        }
        IntArrayList list = new IntArrayList();
        list.add(3, 1, 2);
        System.out.println(map.size() + " " + map.get(700) + " " + map.containsKey(8) + " " + list);
    }
}
