package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Nested classes and their owner use each other's private members. */
final class NestedPrivateAccess {

    private static final class Account {
        private int balance = secret;
        private static int accounts = 1;

        private void add(int amount) {
            balance += amount + bonus();
            accounts++;
        }
    }

    private static int secret = 42;

    private static int bonus() {
        return 100;
    }

    private static final Account ACCOUNT = new Account();

    static void run() {
        ACCOUNT.add(1);
        ACCOUNT.balance *= 2;
        Out.println(ACCOUNT.balance);
        Out.println(Account.accounts);
    }
}
