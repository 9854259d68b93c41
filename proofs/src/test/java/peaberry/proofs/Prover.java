package peaberry.proofs;

import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.abstraction.KeYJavaType;
import de.uka.ilkd.key.logic.op.IObserverFunction;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.init.ProofInputException;
import de.uka.ilkd.key.proof.io.ProblemLoaderException;
import de.uka.ilkd.key.settings.ChoiceSettings;
import de.uka.ilkd.key.settings.PathConfig;
import de.uka.ilkd.key.settings.ProofSettings;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.strategy.StrategyProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KeY on a folder of sources. Integers are those of Java and must not overflow, and no exception may be thrown. There is one
 * such object in a virtual machine, since KeY keeps its settings in static fields.
 */
final class Prover {

    private static final int MAX_STEPS = 80_000;
    private static final Pattern METHOD = Pattern.compile("peaberry\\.\\w+\\.(\\w+)\\[.*::(\\w+)\\(.*\\]\\.JML .*operation contract.*");

    private final KeYEnvironment<?> environment;
    private final Map<String, Contract> contracts = new TreeMap<>();

    Prover(Path sources) throws IOException, ProblemLoaderException {
        PathConfig.setKeyConfigDir(Files.createTempDirectory("key").toString());
        // Only loading something makes the settings known that can be chosen.
        KeYEnvironment.load(sources.toFile(), null, null, null).dispose();
        ChoiceSettings choices = ProofSettings.DEFAULT_SETTINGS.getChoiceSettings();
        Map<String, String> chosen = new HashMap<>(choices.getDefaultChoices());
        for (String choice : new String[] {"intRules:arithmeticSemanticsCheckingOF", "runtimeExceptions:ban", "assertions:safe",
            "modelFields:treatAsAxiom"}) {
            chosen.put(choice.substring(0, choice.indexOf(':')), choice);
        }
        choices.setDefaultChoices(chosen);
        environment = KeYEnvironment.load(sources.toFile(), null, null, null);
        for (KeYJavaType type : environment.getJavaInfo().getAllKeYJavaTypes()) {
            for (IObserverFunction method : environment.getSpecificationRepository().getContractTargets(type)) {
                for (Contract contract : environment.getSpecificationRepository().getContracts(type, method)) {
                    Matcher name = METHOD.matcher(contract.getName());
                    if (name.matches() && Core.PROVED.contains(name.group(1))) {
                        contracts.put(name.group(1) + "." + name.group(2), contract);
                    }
                }
            }
        }
    }

    /** Contracts of the proved classes' methods, by {@code Class.method}. */
    Map<String, Contract> contracts() {
        return contracts;
    }

    /** Tries to prove a contract without help. @return how many goals are left open */
    int prove(String method) throws ProofInputException {
        Contract contract = contracts.get(method);
        Proof proof = environment.createProof(contract.createProofObl(environment.getInitConfig(), contract));
        StrategyProperties strategy = proof.getSettings().getStrategySettings().getActiveStrategyProperties();
        strategy.setProperty(StrategyProperties.METHOD_OPTIONS_KEY, StrategyProperties.METHOD_CONTRACT);
        strategy.setProperty(StrategyProperties.SPLITTING_OPTIONS_KEY, StrategyProperties.SPLITTING_NORMAL);
        strategy.setProperty(StrategyProperties.NON_LIN_ARITH_OPTIONS_KEY, StrategyProperties.NON_LIN_ARITH_DEF_OPS);
        proof.getSettings().getStrategySettings().setActiveStrategyProperties(strategy);
        proof.getSettings().getStrategySettings().setMaxSteps(MAX_STEPS);
        environment.getProofControl().startAndWaitForAutoMode(proof);
        int open = proof.openGoals().size();
        proof.dispose();
        return open;
    }
}
