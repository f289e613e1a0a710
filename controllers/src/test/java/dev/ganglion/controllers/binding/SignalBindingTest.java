package dev.ganglion.controllers.binding;

import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalBindingTest {
    private static final Transfer HALF_AS_STRONG = new Transfer(Transfer.Scale.UNIT, -0.5, 0.25, -1, 2);

    private static Neuron sensor(String signal, int component, Transfer transfer) {
        return neuron("s", new Source.Sensor(signal, component, transfer));
    }

    private static Circuit circuit(Neuron sensor, String... commands) {
        return new Circuit(
                "test",
                List.of(sensor),
                List.of(),
                List.of(),
                List.of(commands).stream()
                        .map(command -> new OutputPort(command, 0, List.of(new OutputPort.Term("s", 1))))
                        .toList());
    }

    private static EnvironmentSpec body(Signals observed, Signals commanded) {
        return new EnvironmentSpec("test/body", 1, new Box(observed), new Box(commanded), 0.02, 10);
    }

    private static void thenRefused(Circuit circuit, EnvironmentSpec body, String message) {
        thenThrownBy(() -> new SignalBinding("mine", body).bind(circuit))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void bind_namesInAnyOrder_findsTheirColumns() {
        EnvironmentSpec body = SwimmerSpecs.swimmer(2);
        Circuit circuit = circuit(sensor("link/1/velocity", 2, HALF_AS_STRONG), "joint/1/torque", "joint/0/torque");

        BoundCircuit bound = new SignalBinding("mine", body).bind(circuit);

        // Two angles, then links 0, 1 with three velocities each.
        then(bound.sensors()).containsExactly(new SensorColumn(2 + 3 + 2, -2, 0.25, -1, 2));
        then(bound.commands()).containsExactly(1, 0);
        then(bound.outputs()).isEqualTo(2);
        then(bound.observationSize()).isEqualTo(11);
    }

    @Test
    void bind_scaledByTheLimit_dividesByIt() {
        Signals torques = Signals.of(Signal.scalar("joint/0/torque", "1").within(-1, 1));
        Signals angles = Signals.of(Signal.scalar("joint/0/angle", "rad").within(-0.5, 0.75));

        BoundCircuit bound = new SignalBinding("mine", body(angles, torques))
                .bind(circuit(sensor("joint/0/angle", 0, Transfer.negativePart()), "joint/0/torque"));

        then(bound.sensors()).containsExactly(new SensorColumn(0, -0.75, 0, 0, 1));
    }

    @Test
    void bind_signalsThatAreNotThere_listsThemAndWhatIsOffered() {
        thenRefused(
                circuit(sensor("joint/7/angle", 0, Transfer.positivePart()), "joint/0/torque", "tail/fin"),
                SwimmerSpecs.swimmer(2),
                "mine does not fit swimmer/test, which lacks joint/7/angle to sense (it offers joint/*/angle,"
                        + " link/*/velocity) and tail/fin to command (it offers joint/*/torque); adapter=linear puts"
                        + " a learned encoder and decoder between");
    }

    @Test
    void bind_componentThatIsNotThere_isNamed() {
        thenRefused(
                circuit(sensor("link/0/velocity", 3, HALF_AS_STRONG), "joint/0/torque", "joint/1/torque"),
                SwimmerSpecs.swimmer(2),
                "mine does not fit swimmer/test, which lacks link/0/velocity[3] to sense (it offers joint/*/angle,"
                        + " link/*/velocity); adapter=linear puts a learned encoder and decoder between");
    }

    @Test
    void bind_commandsThatNothingDrives_listsThem() {
        thenRefused(
                circuit(sensor("joint/0/angle", 0, Transfer.positivePart()), "joint/1/torque"),
                SwimmerSpecs.swimmer(3),
                "mine does not drive joint/0/torque, joint/2/torque, which swimmer/test takes");
    }

    @Test
    void bind_scaledByALimitThatIsNotThere_isRefused() {
        thenRefused(
                circuit(sensor("link/0/velocity", 0, Transfer.positivePart()), "joint/0/torque", "joint/1/torque"),
                SwimmerSpecs.swimmer(2),
                "mine measures link/0/velocity against its upper limit, but swimmer/test gives Infinity");
    }

    @Test
    void places_moreSensedThanCommanded_isRefused() {
        EnvironmentSpec body = body(
                Signals.of(Signal.scalar("joint/0/angle", "rad"), Signal.scalar("joint/1/angle", "rad")),
                Signals.of(Signal.scalar("joint/0/torque", "1")));

        thenThrownBy(() -> new SignalBinding("mine", body).places("joint/*/angle", "joint/*/torque"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("mine needs as many joint/*/angle as joint/*/torque, but test/body has 2 and 1");
    }

    @Test
    void places_aRowOfJoints_countsThem() {
        then(new SignalBinding("mine", SwimmerSpecs.swimmer(7)).places("joint/*/angle", "joint/*/torque"))
                .isEqualTo(7);
    }
}
