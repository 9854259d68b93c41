package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Unlinking and relinking objects that were made at build time. */
final class LinkedListMutation {

    private static final class Item {
        final int id;
        Item next;

        Item(int id) {
            this.id = id;
        }
    }

    private static final Item[] ITEMS = {new Item(1), new Item(2), new Item(3), new Item(4)};
    private static Item head;

    private static void push(Item item) {
        item.next = head;
        head = item;
    }

    private static Item pop() {
        Item item = head;
        head = item.next;
        item.next = null;
        return item;
    }

    private static void reverse() {
        Item reversed = null;
        while (head != null) {
            Item item = pop();
            item.next = reversed;
            reversed = item;
        }
        head = reversed;
    }

    private static void show() {
        for (Item item = head; item != null; item = item.next) {
            Out.println(item.id);
        }
    }

    static void run() {
        for (Item item : ITEMS) {
            push(item);
        }
        show();
        reverse();
        show();
        pop();
        Out.println(ITEMS[0].next == null);
        show();
    }
}
