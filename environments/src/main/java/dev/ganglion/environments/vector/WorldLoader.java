package dev.ganglion.environments.vector;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.WrappedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A class loader with bodies and physics of its own, whose worlds are stepped by one thread at a time.
 *
 * <p>What environments and their callers exchange (the contract in {@code dev.ganglion.environments}, signals, options,
 * scenes, experience) comes from the parent and is the same for all. Everything else a body uses is defined anew in
 * each loader, from the parent's class files. The registry {@link dev.ganglion.environments.Environments} is defined
 * anew too, so that a body that wraps another one finds it in the same loader.
 */
/*
 * JBox2D 2.2.1.1 keeps two mutable statics, Transform.pool and Collision.d: two threads that step worlds whose classes
 * come from the same loader corrupt each other (seen as differing trajectories under -Xint; compiled code hides the
 * race when escape analysis removes the shared object). A plain URLClassLoader asks its parent first and so shares
 * them after all; this one asks itself first.
 *
 * The shared part is listed, not the isolated part: a body may bring helpers in any package, and one that is shared by
 * mistake corrupts silently, while one that is isolated by mistake fails at once with a ClassCastException.
 */
public final class WorldLoader extends ClassLoader {
    private static final String ROOT = "dev.ganglion.environments";

    private static final String REGISTRY = ROOT + ".Environments";

    private static final Set<String> SHARED_PACKAGES =
            Set.of(ROOT, ROOT + ".options", ROOT + ".random", ROOT + ".render", ROOT + ".signal", ROOT + ".stream");

    static {
        registerAsParallelCapable();
    }

    /** A loader that finds class files, but not the classes of bodies and physics, in the parent. */
    public WorldLoader(ClassLoader parent) {
        super("ganglion-world", parent);
    }

    /**
     * A new environment whose classes are this loader's own.
     *
     * @throws dev.ganglion.environments.options.InvalidInputException if the parameters do not go together
     */
    public Environment create(EnvironmentChoice choice) {
        return own(choice.provider()).create(choice.options());
    }

    /** The same provider with classes of this loader's own. */
    private EnvironmentProvider own(EnvironmentProvider provider) {
        return provider instanceof WrappedProvider wrapped
                ? new WrappedProvider(
                        own(wrapped.inner()), own(wrapped.wrapper().getClass(), EnvironmentWrapper.class))
                : own(provider.getClass(), EnvironmentProvider.class);
    }

    private <T> T own(Class<?> original, Class<T> contract) {
        String name = original.getName();
        try {
            return contract.cast(loadClass(name).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " needs a public constructor without arguments", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = isShared(name) ? getParent().loadClass(name) : findClass(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static boolean isShared(String name) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return (SHARED_PACKAGES.contains(packageName) && !name.equals(REGISTRY)) || isOfPlatform(name);
    }

    private static boolean isOfPlatform(String name) {
        return ClassLoader.getPlatformClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }
}
