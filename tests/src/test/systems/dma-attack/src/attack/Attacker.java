package attack;

import peaberry.abi.GrantKind;
import peaberry.abi.Outcome;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Server;

/** A driver that does to its device what it was told. */
public final class Attacker extends Server {

    private static final String DEVICE = "disk";
    private static final Weapon WEAPON = new Weapon();
    private static final Orders ORDERS = new Orders();
    private static final Attacker ATTACKER = new Attacker();

    private InterruptHandler interrupt = InterruptHandler.at(0);

    private Attacker() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 2, ORDERS);
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        ATTACKER.interrupt = InterruptHandler.at(Grants.find(GrantKind.PCI_FUNCTION, DEVICE).slot());
        ATTACKER.interrupt.acknowledge();
        WEAPON.start(DEVICE);
        ATTACKER.run();
    }

    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        if (WEAPON.isDone()) {
            ORDERS.goOn();
        }
    }

    /** Takes orders, one at a time. Each is one step of the device, or two: to the disk, and from there. */
    private static final class Orders extends AttackServer {

        /** What is under way. */
        private enum Order { NONE, WORK, STEP, FORGE }

        private Order order = Order.NONE;
        private boolean first;
        private Caller caller = new Caller(0);

        @Override
        protected Answer where() {
            return answerWhere(WEAPON.own());
        }

        @Override
        protected Answer work() {
            WEAPON.fill(Weapon.PATTERN);
            return begin(Order.WORK, Weapon.TO_DISK, WEAPON.own());
        }

        @Override
        protected Answer store(long address) {
            return begin(Order.STEP, Weapon.TO_MEMORY, address);
        }

        @Override
        protected Answer fetch(long address) {
            return begin(Order.STEP, Weapon.TO_DISK, address);
        }

        @Override
        protected Answer forge() {
            WEAPON.fillWithVectors();
            return begin(Order.FORGE, Weapon.TO_DISK, WEAPON.own());
        }

        private Answer begin(Order what, int direction, long address) {
            if (order != Order.NONE) {
                return refuse(Outcome.INVALID);
            }
            order = what;
            first = true;
            caller = keep();
            WEAPON.fire(direction, address);
            return Answer.NONE;
        }

        /** The device did a step. */
        void goOn() {
            if (first && order != Order.STEP) {
                first = false;
                WEAPON.fill(0);
                WEAPON.fire(Weapon.TO_MEMORY, order == Order.FORGE ? Weapon.MESSAGES : WEAPON.own());
                return;
            }
            Order done = order;
            order = Order.NONE;
            switch (done) {
                case WORK -> answerWork(caller, WEAPON.isFilled());
                case STEP -> answerStore(caller);
                case FORGE -> answerForge(caller);
                case NONE -> { }
            }
        }
    }
}
