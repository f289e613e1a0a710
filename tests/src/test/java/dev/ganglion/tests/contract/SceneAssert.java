package dev.ganglion.tests.contract;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.render.Scene;
import java.util.stream.DoubleStream;

/** What every scene promises. */
final class SceneAssert {
    private SceneAssert() {}

    static void thenSound(Scene scene) {
        then(scene.links()).isNotEmpty();
        then(scene.viewWidth()).isPositive().isFinite();
        DoubleStream numbers = DoubleStream.concat(
                DoubleStream.of(scene.focusX(), scene.focusY()),
                DoubleStream.concat(
                        scene.links().stream()
                                .flatMapToDouble(link ->
                                        DoubleStream.of(link.x1(), link.y1(), link.x2(), link.y2(), link.radius())),
                        scene.ground().stream().flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()))));
        then(numbers).allMatch(Double::isFinite);
        then(scene.links()).allMatch(link -> link.radius() > 0);
        then(scene.joints())
                .allMatch(joint -> Double.isFinite(joint.x()) && Double.isFinite(joint.y()))
                .allMatch(joint -> Math.abs(joint.activation()) <= 1);
        then(scene.markers())
                .allMatch(marker -> Double.isFinite(marker.x()) && Double.isFinite(marker.y()) && marker.radius() > 0);
    }
}
