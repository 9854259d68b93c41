package peaberry.kernel;

/** How a message is sent, which decides what becomes of the sender once the message was taken. */
enum Delivery {
    /** The sender goes on. */
    SEND,
    /** The sender waits for a reply. */
    CALL,
    /** The message is about the sender, which stays stopped until there is a reply. */
    FAULT
}
