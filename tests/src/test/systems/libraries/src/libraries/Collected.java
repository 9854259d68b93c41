package libraries;

import java.util.List;
import java.util.TreeSet;
import org.apache.commons.collections4.CollectionUtils;
import org.apache.commons.collections4.bag.TreeBag;
import org.apache.commons.collections4.bidimap.TreeBidiMap;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.collections4.queue.CircularFifoQueue;
import org.apache.commons.collections4.trie.PatriciaTrie;

/** Apache Commons Collections. */
final class Collected {

    private Collected() {
    }

    static void run() {
        TreeBag<String> bag = new TreeBag<>(List.of("a", "b", "a"));
        TreeBidiMap<String, Integer> both = new TreeBidiMap<>();
        both.put("one", 1);
        both.put("two", 2);
        System.out.println(bag.getCount("a") + " " + bag.uniqueSet() + " " + both.getKey(2) + " " + both.inverseBidiMap());
        LRUMap<String, Integer> recent = new LRUMap<>(2);
        recent.put("a", 1);
        recent.put("b", 2);
        recent.get("a");
        recent.put("c", 3);
        PatriciaTrie<Integer> trie = new PatriciaTrie<>();
        trie.put("bean", 1);
        trie.put("bear", 2);
        trie.put("cup", 3);
        System.out.println(recent + " " + trie.prefixMap("bea"));
        CircularFifoQueue<Integer> queue = new CircularFifoQueue<>(2);
        for (int i = 0; i < 5; i++) {
            queue.add(i);
        }
        System.out.println(queue + " " + new TreeSet<>(CollectionUtils.intersection(List.of(1, 2, 3), List.of(2, 3, 4))));
    }
}
