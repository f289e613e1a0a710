package dev.ganglion.environments.vector;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.WrappedProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.toy.ToyProvider;
import dev.ganglion.environments.wrapper.ActionRepeat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldLoaderTest {
    private static final ClassLoader PARENT = WorldLoaderTest.class.getClassLoader();

    private final WorldLoader one = new WorldLoader(PARENT);
    private final WorldLoader other = new WorldLoader(PARENT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jbox2d.common.Transform",
                "org.jbox2d.collision.Collision",
                "org.jbox2d.dynamics.World",
                "dev.ganglion.environments.toy.ToyProvider",
                "dev.ganglion.environments.Environments"
            })
    void loadClass_bodyOrPhysics_isTheLoadersOwn(String name) throws ClassNotFoundException {
        then(one.loadClass(name)).isNotSameAs(other.loadClass(name)).isNotSameAs(PARENT.loadClass(name));
        then(one.loadClass(name)).isSameAs(one.loadClass(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.ganglion.environments.Environment",
                "dev.ganglion.environments.options.Options",
                "dev.ganglion.environments.render.Scene",
                "dev.ganglion.environments.signal.Box",
                "java.util.ArrayList",
                "javax.imageio.ImageIO"
            })
    void loadClass_contractOrPlatform_isShared(String name) throws ClassNotFoundException {
        then(one.loadClass(name)).isSameAs(PARENT.loadClass(name));
    }

    @Test
    void loadClass_unknownName_isNotFound() {
        thenThrownBy(() -> one.loadClass("org.jbox2d.NoSuchThing")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void create_twoLoaders_environmentsHaveClassesOfTheirOwn() {
        EnvironmentChoice choice = ToyProvider.choice(Map.of());
        Environment first = one.create(choice);
        Environment second = other.create(choice);
        then(first.getClass().getName()).isEqualTo(second.getClass().getName());
        then(first.getClass()).isNotSameAs(second.getClass());
        then(first.getClass().getClassLoader()).isSameAs(one);
    }

    @Test
    void create_wrappedEnvironment_isTheLoadersOwnThroughout() {
        EnvironmentProvider provider = new WrappedProvider(new ToyProvider(), new ActionRepeat());
        EnvironmentChoice choice = new EnvironmentChoice(
                provider, provider.options().parse(Map.of("action-repeat", "2", "identify", "on")));
        Environment first = one.create(choice);
        Environment second = other.create(choice);
        then(first.getClass().getClassLoader()).isSameAs(one);
        then(first.measurements().get("class_identity"))
                .isNotEqualTo(second.measurements().get("class_identity"));
        then(choice.classes()).isSameAs(ToyProvider.class.getClassLoader());
    }

    @Test
    void create_providerThatCannotBeLoaded_saysWhatItNeeds() {
        EnvironmentProvider hidden = new HiddenProvider("toy/hidden");
        EnvironmentChoice choice =
                new EnvironmentChoice(hidden, hidden.options().defaults());
        thenThrownBy(() -> one.create(choice)).hasMessageContaining("needs a public constructor without arguments");
    }

    private record HiddenProvider(String name) implements EnvironmentProvider {
        @Override
        public String summary() {
            return "Has a constructor with an argument.";
        }

        @Override
        public OptionSet options() {
            return OptionSet.of(name);
        }

        @Override
        public Environment create(Options options) {
            throw new UnsupportedOperationException();
        }
    }
}
