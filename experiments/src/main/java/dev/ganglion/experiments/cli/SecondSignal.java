package dev.ganglion.experiments.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the process at once when it is asked to end a second time. The first time it ends as Java does by itself, which
 * waits for {@link Interruption}; after that Java would take no notice of signals any more.
 */
/*
 * Java has no other way to signals than sun.misc.Signal, which every JDK since 9 exports from the module
 * jdk.unsupported for this use. It is called by reflection, since the compiler's warning about it cannot be silenced;
 * where it is missing, or the system has no such signal, a second one is not noticed.
 */
final class SecondSignal {
    private static final int SIGNAL_BASE = 128;

    private final AtomicBoolean first = new AtomicBoolean(true);

    private SecondSignal() {}

    /** From now on, for the whole process. */
    static void endsAtOnce() {
        SecondSignal signals = new SecondSignal();
        signals.handle("INT");
        signals.handle("TERM");
    }

    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method number = signal.getMethod("getNumber");
            InvocationHandler receive = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    receive(SIGNAL_BASE + (Integer) number.invoke(arguments[0]));
                    return null;
                }
                return ofObject(proxy, method, arguments);
            };
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, receive);
            Method handle = signal.getMethod("handle", signal, handler);
            Object that = signal.getConstructor(String.class).newInstance(name);
            Object before = handle.invoke(null, that, ours);
            // A process in the background of a script ignores Ctrl-C, which is meant for the one in front.
            Object ignored = handler.getField("SIG_IGN").get(null);
            if (ignored.equals(before)) {
                handle.invoke(null, that, ignored);
            }
        } catch (ClassNotFoundException | InvocationTargetException e) {
            // There is no such class or no such signal.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("sun.misc.Signal is not what it was", e);
        }
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "second signal";
        };
    }

    private void receive(int exitCode) {
        if (first.getAndSet(false)) {
            // Exiting waits for the command, and the thread that brings signals must not.
            new Thread(() -> Runtime.getRuntime().exit(exitCode), "exit").start();
        } else {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
