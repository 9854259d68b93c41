package peaberry.administration;

import java.io.PrintStream;
import java.util.List;

/** One command about the system. */
interface Command {

    /**
     * Does it.
     *
     * @param operands what stands behind its name
     * @param out      where its answer goes
     * @return the exit status
     * @throws RefusedException with what is told to the user, if it cannot be done
     */
    int run(List<String> operands, PrintStream out) throws RefusedException;
}
